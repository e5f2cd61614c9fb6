import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCentreFile } from '../../src/protocol/set-up/read-centre-file.ts';
import { ROOT } from '../support/folder.ts';

const text = readFileSync(join(ROOT, 'centres/lahore.yaml'), 'utf8');
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
const faultsOf = (from: string, to: string) => {
  const read = readCentreFile(text.replace(from, to));
  return read.ok ? [] : read.faults;
};

describe('the centre of Lahore', () => {
  const read = readCentreFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { centre } = read;

  it('has seventeen services with letters of their own, both names, and papers, and thirty counters in two halls', () => {
    expect(centre.services).toHaveLength(17);
    expect(new Set(centre.services.map((service) => service.series)).size).toBe(17);
    expect(centre.counters).toHaveLength(30);
    expect(centre.halls).toHaveLength(2);
    for (const service of centre.services) {
      expect(service.name.ur).toMatch(/[\u0600-\u06ff]/);
      expect(service.papers.length).toBeGreaterThan(0);
      const counters = service.journey.filter((stage) => stage.place === 'counter');
      for (const stage of counters) {
        expect(stage.targetMs).toBeGreaterThan(stage.serviceMs);
        expect([service.id, stage.id, stage.checks.length > 0]).toEqual([service.id, stage.id, true]);
      }
    }
  });

  it('has a counter that serves each service at its first level', () => {
    const first = new Set(centre.profiles.flatMap((profile) => profile.levels[0] ?? []));
    expect(centre.services.filter((service) => !first.has(service.id)).map((service) => service.id)).toEqual([]);
  });
});

it('says where slips print, and how wide the paper is: 80 mm where it does not say', () => {
  const read = readCentreFile(text.replace('printer: preview', "printer: 'usb:/dev/usb/lp0', paperMm: 58"));
  expect(read.ok && read.centre.kiosks.slice(0, 2)).toMatchObject([
    { printer: 'usb:/dev/usb/lp0', paperMm: 58 },
    { printer: 'preview', paperMm: 80 },
  ]);
});

it('says when the hall calls for somebody: as docs/alarms.md has it where it does not say', () => {
  const read = readCentreFile(text.replace('quietHours:', 'longLine: { waiting: 25 }\n  quietHours:'));
  expect(read.ok && read.centre.alarms).toMatchObject({
    longWait: { warnShare: 1.25, urgentShare: 2 },
    longLine: { waiting: 25, late: 5 },
    idleCounterMs: 180_000,
    quiet: { fromMinute: 1_260, toMinute: 420 },
  });
});

it('has no CNIC in its words, for screens and slips show them', () => {
  const read = readCentreFile(text.replace(/(?<=^ticker:\n {2}- \{ en: )(['"])/m, '$1Ask 35202-1234567-1. '));
  expect(read.ok && read.centre.ticker[0]?.en).toMatch(/^Ask •••\. /);
});

describe('a centre file with a fault', () => {
  it('is refused with the line of the fault', () => {
    const path = ['services', 0, 'group'];
    expect(faultsOf('group: vehicle', 'group: vehicel')).toEqual([
      {
        line: lineOf('group: vehicle'),
        message: 'services.0.group: there is no vehicel',
        fault: { path, code: 'unknown', value: 'vehicel' },
      },
    ]);
    expect(faultsOf('series: B', 'series: O')[0]).toMatchObject({ line: lineOf('series: B') });
    expect(faultsOf('targetMinutes: 40', 'targetMinutes: -1')[0]).toMatchObject({ line: lineOf('targetMinutes: 40') });
    expect(faultsOf("monday: ['08:00-20:00']", "monday: ['20:00-08:00']")[0]?.message).toContain(
      'end after they begin',
    );
    expect(faultsOf('  - { id: 2, hall: hall-1', '  - { id: 1, hall: hall-1')[0]?.message).toContain('a second time');
    expect(faultsOf("friday: ['08:00-12:30'", "friday: ['08:00-15:30'")[0]).toMatchObject({
      line: lineOf("friday: ['08:00-12:30'"),
      message: 'hours.friday.1: begins before the span before it ends',
    });
    expect(faultsOf('stage: fee-payment', 'stage: fee-paying')[0]?.message).toContain('there is no fee-paying');
    expect(faultsOf('profiles: [cash]', 'profiles: [till]')[0]?.message).toContain('there is no till');
    expect(faultsOf('{ stage: verification, dueHours: 36 }', '{ stage: verification }')[0]?.message).toContain(
      'dueHours',
    );
    expect(faultsOf('paperSeries: Z', 'paperSeries: A')[0]?.message).toContain('the series of a service');
    expect(faultsOf('printer: preview', 'printer: usb')[0]?.message).toContain('tcp://HOST:PORT');
    expect(faultsOf('printer: preview', 'printer: preview, paperMm: 70')[0]?.message).toContain('paperMm');
    expect(faultsOf('id: lahore', 'id: lahore\nowner: me')[0]?.message).toContain('owner');
  });

  it('in its alarms is refused like any other', () => {
    expect(faultsOf('quietHours:', 'idleMinutes: 3\n  quietHours:')[0]?.message).toContain('idleMinutes');
    expect(faultsOf('quietHours:', 'longWait: { warnPercent: 200 }\n  quietHours:')[0]).toMatchObject({
      line: lineOf('quietHours:'),
      message: 'alarms.longWait: urgentPercent is above warnPercent',
    });
  });

  it('that is no YAML at all is refused with the line too', () => {
    const read = readCentreFile('id: x\nname: [unclosed\n');
    expect(read.ok ? [] : read.faults.map((fault) => fault.line)).toEqual([3]);
  });
});
