import { describe, expect, it } from 'vitest';
import { epochDay, instantOf, localTime, weekday } from '../../src/domain/calendar/civil-date.ts';
import { freeNumber, isSeries, labelOf, parseLabel } from '../../src/domain/numbering.ts';
import { ALWAYS_OPEN, isOpenAt, nextOpeningAt, openMsBetween } from '../../src/domain/calendar/opening-hours.ts';
import { restartGapMs, runningGapMs } from '../../src/domain/calendar/queue-clock.ts';
import { nextServiceDay, serviceDayOf } from '../../src/domain/calendar/service-day.ts';
import { classesOf, targetOf } from '../../src/domain/target.ts';
import { SMALL_CENTRE } from '../support/centre.ts';

const HOUR = 3_600_000;
const ZONE = 'Asia/Karachi';
const rule = { timeZone: ZONE, dayStartMinute: 240 };
const at = (text: string) => Date.parse(`${text}+05:00`);
const weekdays = {
  timeZone: ZONE,
  hours: [
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [
      [480, 750],
      [870, 1200],
    ],
    [],
    [],
  ],
  holidays: ['2026-11-24'],
} as const;

describe('dates', () => {
  it('counts days like the calendar', () => {
    expect(epochDay('1970-01-01')).toBe(0);
    expect(epochDay('2026-11-23') * 86_400_000).toBe(Date.UTC(2026, 10, 23));
    expect(weekday('2026-11-23')).toBe(0);
  });

  it('reads and makes local times of the centre, also where clocks change', () => {
    expect(localTime(at('2026-11-23T03:59:59'), ZONE)).toEqual({ date: '2026-11-23', msOfDay: 14_399_000 });
    expect(instantOf('2026-11-23', 480, ZONE)).toBe(at('2026-11-23T08:00:00'));
    expect(instantOf('2026-03-29', 180, 'Europe/Berlin')).toBe(Date.parse('2026-03-29T03:00:00+02:00'));
  });
});

describe('the service day', () => {
  it('begins at four in the morning, not at midnight', () => {
    expect(serviceDayOf(at('2026-11-23T03:59:00'), rule)).toBe('2026-11-22');
    expect(serviceDayOf(at('2026-11-23T04:00:00'), rule)).toBe('2026-11-23');
  });

  it('never turns back with a wrong clock', () => {
    expect(nextServiceDay('2026-11-23', at('1999-01-01T12:00:00'), rule)).toBe('2026-11-23');
    expect(nextServiceDay('2026-11-23', at('2026-11-24T12:00:00'), rule)).toBe('2026-11-24');
  });
});

describe('opening hours', () => {
  it('know spans, holidays and free days', () => {
    expect(isOpenAt(weekdays, at('2026-11-23T08:00:00'))).toBe(true);
    expect(isOpenAt(weekdays, at('2026-11-23T20:00:00'))).toBe(false);
    expect(isOpenAt(weekdays, at('2026-11-24T10:00:00'))).toBe(false);
    expect(isOpenAt(weekdays, at('2026-11-27T13:00:00'))).toBe(false);
    expect(nextOpeningAt(weekdays, at('2026-11-23T21:00:00'))).toBe(at('2026-11-25T08:00:00'));
    expect(nextOpeningAt({ ...weekdays, hours: [[], [], [], [], [], [], []] }, 0)).toBeNull();
    expect(isOpenAt({ ...weekdays, hours: ALWAYS_OPEN, holidays: [] }, at('2026-11-29T23:59:59'))).toBe(true);
  });

  it('count only open time', () => {
    expect(openMsBetween(weekdays, at('2026-11-23T19:00:00'), at('2026-11-25T09:00:00'))).toBe(2 * HOUR);
    expect(openMsBetween(weekdays, at('2026-11-23T10:00:00'), at('2026-11-23T09:00:00'))).toBe(0);
  });
});

describe('the queue clock', () => {
  it('moves over a restart by the open time that passed, at most four hours, never back', () => {
    expect(restartGapMs(weekdays, at('2026-11-23T10:00:00'), at('2026-11-23T10:05:00'))).toBe(300_000);
    expect(restartGapMs(weekdays, at('2026-11-23T10:00:00'), at('2026-11-25T18:00:00'))).toBe(4 * HOUR);
    expect(restartGapMs(weekdays, at('2026-11-23T10:00:00'), at('1970-01-01T10:00:00'))).toBe(0);
  });

  it('stands still while the hall does not work', () => {
    expect(runningGapMs(false, 5_000)).toBe(0);
    expect(runningGapMs(true, 5_000)).toBe(5_000);
    expect(runningGapMs(true, -5_000)).toBe(0);
  });
});

describe('numbering', () => {
  it('writes at least three digits and goes on past 999', () => {
    expect(labelOf({ series: 'A', number: 42 })).toBe('A-042');
    expect(labelOf({ series: 'A', number: 999 })).toBe('A-999');
    expect(labelOf({ series: 'A', number: 1000 })).toBe('A-1000');
  });

  it('reads labels as people type them', () => {
    for (const text of ['a42', 'A 042', ' A-042 ', 'a-۰۴۲', 'a٠٤٢'])
      expect(parseLabel(text)).toEqual({ series: 'A', number: 42 });
    expect(parseLabel('ak-001')).toEqual({ series: 'AK', number: 1 });
    for (const text of ['', 'A', '42', 'I-001', 'AAAA-1', 'A-1234567', 'A-0x1'])
      expect(parseLabel(text)).toBeUndefined();
  });

  it('skips every number that a live token holds', () => {
    const held = new Set([7, 8]);
    expect(freeNumber(7, (n) => held.has(n))).toBe(9);
    expect(freeNumber(1, () => false)).toBe(1);
  });

  it('leaves out the letters that look like digits', () => {
    expect(['A', 'H', 'AZ'].every(isSeries)).toBe(true);
    expect(['I', 'O', 'Q', 'a', '', 'ABC', 'A1'].some(isSeries)).toBe(false);
  });
});

describe('targets', () => {
  it('promise a citizen of two classes the smallest target', () => {
    const classes = classesOf(SMALL_CENTRE, ['infant', 'elder']);
    expect(classes.ok && targetOf(30 * 60_000, classes.value)).toBe(7.5 * 60_000);
    expect(classesOf(SMALL_CENTRE, ['king'])).toMatchObject({ ok: false, error: { code: 'unknownClass' } });
  });
});
