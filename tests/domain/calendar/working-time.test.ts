import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/civil-date.ts';
import {
  ALWAYS_OPEN,
  type Calendar,
  isOpenAt,
  openMsBetween,
  openSpansOn,
  type Span,
} from '../../../src/domain/calendar/opening-hours.ts';
import { addOpenMs } from '../../../src/domain/calendar/working-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(`${text}+05:00`);
const CENTRE: Calendar = {
  timeZone: 'Asia/Karachi',
  hours: [
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [
      [480, 750],
      [870, 1200],
    ],
    [[480, 1200]],
    [],
  ],
  holidays: ['2027-02-05'],
};

describe('working time', () => {
  it('passes over nights, the Friday break, Sundays and holidays', () => {
    expect(addOpenMs(CENTRE, at('2026-11-23T19:00:00'), 2 * HOUR)).toBe(at('2026-11-24T09:00:00'));
    expect(addOpenMs(CENTRE, at('2026-11-27T12:00:00'), HOUR)).toBe(at('2026-11-27T15:00:00'));
    expect(addOpenMs(CENTRE, at('2026-11-28T19:30:00'), HOUR)).toBe(at('2026-11-30T08:30:00'));
    expect(addOpenMs(CENTRE, at('2027-02-04T19:30:00'), HOUR)).toBe(at('2027-02-06T08:30:00'));
  });

  it('is due at closing, not at the next opening', () => {
    expect(addOpenMs(CENTRE, at('2026-11-28T19:00:00'), HOUR)).toBe(at('2026-11-28T20:00:00'));
    expect(addOpenMs(CENTRE, at('2026-11-28T19:00:00'), HOUR + 1)).toBe(at('2026-11-30T08:00:00') + 1);
  });

  it('of nothing is now while open, else the next opening', () => {
    expect(addOpenMs(CENTRE, at('2026-11-23T10:00:01'), 0)).toBe(at('2026-11-23T10:00:01'));
    expect(addOpenMs(CENTRE, at('2026-11-28T20:00:00'), 0)).toBe(at('2026-11-30T08:00:00'));
    expect(addOpenMs(CENTRE, at('2026-11-23T10:00:01'), -HOUR)).toBe(at('2026-11-23T10:00:01'));
  });

  it('gives the end of the 366th day after when the doors do not open that long', () => {
    const closed: Calendar = { ...CENTRE, hours: [[], [], [], [], [], [], []] };
    const [now, end] = [at('2026-11-24T10:00:00'), at(`${addDays('2026-11-24', 367)}T00:00:00`)];
    expect(addOpenMs(closed, now, 0)).toBe(end);
    expect(addOpenMs(CENTRE, now, Infinity)).toBe(end);
  });

  it('has an hour less on the day on which the clocks go forward', () => {
    const london = { timeZone: 'Europe/London', hours: ALWAYS_OPEN, holidays: [] };
    const midnight = Date.parse('2026-03-29T00:00:00Z');
    expect(addOpenMs(london, midnight, 23 * HOUR)).toBe(Date.parse('2026-03-30T00:00:00+01:00'));
    expect(openSpansOn(london, '2026-03-29')).toEqual([[midnight, midnight + 23 * HOUR]]);
  });

  it('finds a due time of 30 working days in less time than a walk by minutes would take', () => {
    const started = performance.now();
    for (let run = 0; run < 20; run += 1) addOpenMs(CENTRE, at('2026-11-24T10:00:00'), 30 * 12 * HOUR);
    expect((performance.now() - started) / 20).toBeLessThan(20); // 0.7 ms on the machine that it was written on.
  });

  it('is counted over months, where the queue clock looks at two weeks', () => {
    const [from, to] = [at('2027-01-20T08:00:00'), at('2027-02-19T20:00:00')];
    const days = 31 - 4 - 1; // Four Sundays and a holiday off; four Fridays with a break.
    expect(openMsBetween(CENTRE, from, to, 366)).toBe((days * 12 - 4 * 2) * HOUR);
    expect(openMsBetween(CENTRE, to, from, 366)).toBe(0);
  });
});

const quarters = fc.uniqueArray(fc.integer({ min: 7, max: 96 }), { maxLength: 6 });
/** Up to three spans, from 00:00 or after 02:00: no door opens or closes in the hour that a change of clocks takes away. */
const spans = quarters.map((marks) => {
  const minutes = marks.toSorted((a, b) => a - b).map((mark) => (mark === 7 ? 0 : mark * 15));
  return [0, 2, 4].flatMap((place): Span[] => {
    const [from, to] = minutes.slice(place, place + 2);
    return from !== undefined && to !== undefined ? [[from, to]] : [];
  });
});
const calendarIn = (timeZone: string): fc.Arbitrary<Calendar> =>
  fc.record({
    timeZone: fc.constant(timeZone),
    hours: fc.array(spans, { minLength: 7, maxLength: 7 }).filter((week) => week.some((day) => day.length > 0)),
    holidays: fc.array(
      fc.integer({ min: 0, max: 400 }).map((day) => addDays('2026-01-01', day)),
      { maxLength: 12 },
    ),
  });
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });

describe.each(['Asia/Karachi', 'Europe/London'])('working time in %s, under any hours and holidays', (timeZone) => {
  const parts = { calendar: calendarIn(timeZone), from: instant, share: fc.double({ min: 0, max: 1, noNaN: true }) };
  const openIn = (calendar: Calendar, from: number) => openMsBetween(calendar, from, from + 300 * DAY, 300);

  it('is the first instant by which that much open time has passed', () => {
    const exact = fc.property(fc.record(parts), ({ calendar, from, share }) => {
      const ms = Math.floor(share * openIn(calendar, from));
      const due = addOpenMs(calendar, from, ms);
      expect(openMsBetween(calendar, from, due, 400)).toBe(ms);
      // Not a moment later than that: with no work at all the doors are open, else the last ms of it was just done.
      expect(ms === 0 ? isOpenAt(calendar, due) : openMsBetween(calendar, from, due - 1, 400) === ms - 1).toBe(true);
    });
    fc.assert(exact, { numRuns: 40 });
  });

  it('of more work never ends earlier', () => {
    const monotone = fc.property(fc.record(parts), fc.nat(3 * DAY), ({ calendar, from, share }, more) => {
      const ms = Math.floor(share * openIn(calendar, from));
      const [due, later] = [addOpenMs(calendar, from, ms), addOpenMs(calendar, from, ms + more)];
      expect(due).toBeGreaterThanOrEqual(from);
      expect(later).toBeGreaterThanOrEqual(due);
      expect(later > due).toBe(more > 0);
    });
    fc.assert(monotone, { numRuns: 40 });
  });
});
