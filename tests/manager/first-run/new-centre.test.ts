import { describe, expect, it } from 'vitest';
import {
  emptyCentre,
  finished,
  withCounters,
  withExample,
  withKiosks,
  withoutService,
  withOwn,
  withSplit,
} from '../../../src/manager/first-run/new-centre.ts';
import type { CentreFile } from '../../../src/protocol/centre-file.ts';
import { fileFaults } from '../../../src/protocol/set-up/file-faults.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { lahore } from '../../support/lahore.ts';

const EXAMPLE = fileOfCentre(lahore());
const NAME = { en: 'Gujrat Centre', ur: 'گجرات مرکز' };

/** A new centre of four services of the example and one of its own. */
function five(): CentreFile {
  const empty = { ...emptyCentre(EXAMPLE, 'Asia/Karachi'), name: NAME };
  const known = ['domicile', 'nadra', 'birth', 'banking'].reduce((file, id) => withExample(file, EXAMPLE, id), empty);
  return withOwn(known, { en: 'Passport', ur: 'پاسپورٹ' });
}

describe('a new centre', () => {
  it('lacks its name and its services, and nothing else', () => {
    const lacks = fileFaults(finished(emptyCentre(EXAMPLE, 'Asia/Karachi'))).map(({ path }) => path.join('.'));
    expect(lacks).toEqual(['name.en', 'name.ur', 'groups', 'services', 'profiles.0.levels.0']);
  });

  it('of five services is taken by the hub, with letters, groups, papers and minutes by themselves', () => {
    const file = finished(five());
    expect(fileFaults(file)).toEqual([]);
    expect(file.id).toBe('gujrat-centre');
    expect(file.services.map(({ series }) => series)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(file.groups.map(({ id }) => id)).toEqual(['identity', 'family', 'payments', 'other']);
    expect(file.services[0]?.papers).toEqual(EXAMPLE.services[1]?.papers);
    expect(file.services[0]?.journey).toEqual([
      { stage: 'arrival' },
      { stage: 'desk', targetMinutes: 40, serviceMinutes: 10 },
    ]);
    expect(file.counters).toHaveLength(3);
  });

  it('forgets a service with its group and at its counters when it is given back', () => {
    const file = withoutService(five(), 'birth');
    expect(file.groups.map(({ id }) => id)).not.toContain('family');
    expect(file.profiles.flatMap(({ levels }) => levels.flat())).not.toContain('birth');
    expect(fileFaults(finished(file))).toEqual([]);
  });

  it('splits its counters, and gives those of the same services one plan under their names', () => {
    let file = withSplit(withCounters(five(), 4), true);
    const serves = (place: number, services: string[]) => {
      file = { ...file, profiles: file.profiles.with(place, { ...file.profiles[place]!, levels: [services] }) };
    };
    serves(0, ['domicile', 'nadra']);
    serves(1, ['nadra', 'domicile']);
    serves(2, ['birth', 'banking', 'passport']);
    const done = finished(file);
    expect(fileFaults(done)).toEqual([]);
    expect(done.counters.map(({ profile }) => profile)).toEqual(['plan-1', 'plan-1', 'plan-2', 'plan-3']);
    expect(done.profiles.map(({ name }) => name?.en)).toEqual([
      'Domicile, NADRA',
      'Birth Certificate, Banking Services, Passport',
      'Every service',
    ]);
    serves(3, ['birth']);
    serves(2, ['banking']);
    expect(fileFaults(finished(file)).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'services.4.journey.1 unserved',
    ]);
  });

  it('keeps the printers of its kiosks when there are more of them', () => {
    const one = five();
    const file = { ...one, kiosks: [{ ...one.kiosks[0]!, printer: 'usb:/dev/usb/lp0' }] };
    expect(withKiosks(file, 3).kiosks.map(({ id, printer }) => `${id} ${printer}`)).toEqual([
      '1 usb:/dev/usb/lp0',
      '2 preview',
      '3 preview',
    ]);
  });
});
