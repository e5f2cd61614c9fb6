import { describe, expect, it } from 'vitest';
import { ABSENCE_BIN_MS } from '../../../src/domain/wait-forecast/forecast-hall.ts';
import { quantileOf } from '../../../src/domain/wait-forecast/law.ts';
import { learnAbsence } from '../../../src/domain/wait-forecast/learn-absence.ts';
import { learnArrivals } from '../../../src/domain/wait-forecast/learn-arrivals.ts';
import { plansFrom, stoppedCallingMs } from '../../../src/domain/wait-forecast/learn-plans.ts';
import { learnServiceTimes } from '../../../src/domain/wait-forecast/learn-service-times.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const meanOf = (law: Parameters<typeof quantileOf>[0]): number =>
  Array.from({ length: 2_000 }, (_, i) => quantileOf(law, (i + 0.5) / 2_000)).reduce((sum, one) => sum + one, 0) /
  2_000;
const seen = (work: string, minutes: number, count: number, hour = 10) =>
  Array.from({ length: count }, () => ({ work, hour, ms: minutes * MINUTE }));

describe('learned service times', () => {
  it('are the configured time before anything is seen', () => {
    const law = learnServiceTimes([]).lawOf('nadra', 9 * MINUTE);
    expect(meanOf(law) / MINUTE).toBeCloseTo(9, 1);
  });

  it('go from the configured time to what is seen, the more is seen', () => {
    const meanAfter = (count: number) =>
      meanOf(learnServiceTimes(seen('nadra', 4, count)).lawOf('nadra', 9 * MINUTE)) / MINUTE;
    expect(meanAfter(10)).toBeCloseTo(6.5, 1);
    expect(meanAfter(1_000)).toBeCloseTo(4.05, 1);
  });

  it('of an hour lean on the service: a few slow ones change little, many change much', () => {
    const all = seen('nadra', 5, 400, 9);
    const few = learnServiceTimes([...all, ...seen('nadra', 10, 4, 16)]).stretchAt('nadra', 16);
    const many = learnServiceTimes([...all, ...seen('nadra', 10, 400, 16)]).stretchAt('nadra', 16);
    expect(few).toBeGreaterThan(1.05);
    expect(few).toBeLessThan(1.15);
    expect(many).toBeGreaterThan(1.25);
    expect(learnServiceTimes(all).stretchAt('nadra', 3)).toBe(1);
  });

  it('of an hour lean on the hours beside it, and an even hour between slow ones is hardly moved by chance', () => {
    const day = [9, 10, 11].flatMap((hour) => seen('nadra', hour === 10 ? 6 : 5, 60, hour));
    const times = learnServiceTimes([...day, ...seen('nadra', 5, 300, 15)]);
    expect(times.stretchAt('nadra', 10)).toBeLessThan(1.1);
    expect(times.stretchAt('nadra', 9)).toBeGreaterThan(1.01);
    expect(times.stretchAt('nadra', 15)).toBeLessThan(1);
  });

  it('have the shape of the work itself, not of a day that grows slower', () => {
    const times = learnServiceTimes([...seen('nadra', 4, 2_000, 9), ...seen('nadra', 6, 2_000, 16)]);
    const law = times.lawOf('nadra', 5 * MINUTE);
    expect(quantileOf(law, 0.9) / quantileOf(law, 0.1)).toBeLessThan(1.1);
    expect(meanOf(law) / MINUTE).toBeCloseTo(5, 1);
  });

  it('take the shape of the other work where a service has none of its own', () => {
    const times = learnServiceTimes([...seen('a', 1, 300), ...seen('a', 9, 300)]);
    const law = times.lawOf('never seen', 10 * MINUTE);
    expect(quantileOf(law, 0.2) / MINUTE).toBeCloseTo(2, 0);
    expect(quantileOf(law, 0.8) / MINUTE).toBeCloseTo(18, 0);
  });

  it('are not moved by a token that was forgotten at a counter over lunch', () => {
    const law = learnServiceTimes([...seen('a', 5, 200), ...seen('a', 600, 1)]).lawOf('a', 5 * MINUTE);
    expect(meanOf(law) / MINUTE).toBeLessThan(5.4);
  });

  // The shape of such a work was nothing by nothing, and went into the shape of all others: no wait was a number.
  it('are not moved by whom a counter let go in the same instant', () => {
    const times = learnServiceTimes([...seen('a', 0, 3), ...seen('a', 5, 1), ...seen('b', 0, 1)]);
    expect(meanOf(times.lawOf('a', 5 * MINUTE)) / MINUTE).toBeCloseTo(5, 1);
    expect(meanOf(times.lawOf('b', 5 * MINUTE)) / MINUTE).toBeCloseTo(5, 1);
    expect(times.stretchAt('b', 10)).toBe(1);
  });
});

describe('learned arrivals', () => {
  it('follow the day of the line, held against the day of the hall', () => {
    const days = 7;
    const arrivals = Array.from({ length: days }, () => [
      ...Array.from({ length: 30 }, () => ({ line: 'a', bin: 0 })),
      ...Array.from({ length: 10 }, () => ({ line: 'a', bin: 1 })),
      { line: 'b', bin: 1 },
    ]).flat();
    const rate = learnArrivals(arrivals, days);
    expect(rate('a', 0)).toBeCloseTo(29.6, 1);
    expect(rate('b', 0)).toBeGreaterThan(0);
    expect(rate('a', 0) + rate('a', 1)).toBeCloseTo(40, 5);
    expect(rate('unknown', 0)).toBe(0);
    expect(learnArrivals([], 0)('a', 0)).toBe(0);
  });
});

describe('learned absence', () => {
  it('grows with the wait where it did, and leans on all calls where little was seen', () => {
    const calls = [
      ...Array.from({ length: 1_000 }, (_, i) => ({ waitedMs: 0, absentMs: i < 20 ? MINUTE : null })),
      ...Array.from({ length: 1_000 }, (_, i) => ({ waitedMs: HOUR, absentMs: i < 300 ? MINUTE : null })),
    ];
    const { absence, law } = learnAbsence(calls);
    const after = (minutes: number) => absence[(minutes * MINUTE) / ABSENCE_BIN_MS];
    expect(after(0)).toBeCloseTo(0.02, 2);
    expect(after(60)).toBeCloseTo(0.3, 2);
    // Nobody was called after half an hour: there the trend alone speaks, and far beyond all that was seen it goes on.
    expect(after(30)).toBeCloseTo(0.16, 1);
    expect(after(120)).toBeGreaterThan(after(60) ?? 1);
    expect(quantileOf(law, 0.5)).toBeCloseTo(MINUTE, -2);
    expect(learnAbsence([]).absence[0]).toBe(0);
  });
});

describe('plans of a counter', () => {
  const usual = [
    [0, 4 * HOUR],
    [5 * HOUR, Number.POSITIVE_INFINITY],
  ] as const;

  it('are the rest of the days that stood as today stands', () => {
    const late = [[6 * HOUR, 8 * HOUR]] as const;
    expect(plansFrom([usual, late], 3 * HOUR, true)).toEqual([
      [
        [0, HOUR],
        [2 * HOUR, Number.POSITIVE_INFINITY],
      ],
    ]);
    expect(plansFrom([usual, late], 3 * HOUR, false)).toEqual([[[3 * HOUR, 5 * HOUR]]]);
  });

  it('let a late operator come soon, and one who came early stay', () => {
    expect(plansFrom([usual], HOUR, false)[0]?.[0]).toEqual([10 * MINUTE, 3 * HOUR]);
    expect(plansFrom([usual], 4.5 * HOUR, true)).toEqual([[[0, Number.POSITIVE_INFINITY]]]);
  });

  it('let a counter that still holds whom it called before its usual break go to it', () => {
    const now = 4 * HOUR + 5 * MINUTE;
    expect(plansFrom([usual], now, true, 4 * HOUR - MINUTE)).toEqual([[[55 * MINUTE, Number.POSITIVE_INFINITY]]]);
    expect(plansFrom([usual], now, true)).toEqual([
      [
        [0, 10 * MINUTE],
        [55 * MINUTE, Number.POSITIVE_INFINITY],
      ],
    ]);
  });

  it('end half-way through the last service when the counter closed after it', () => {
    expect(stoppedCallingMs(3 * HOUR, 3 * HOUR + 8 * MINUTE)).toBe(3 * HOUR + 4 * MINUTE);
  });

  it('keep a counter as it is when no day is known', () => {
    expect(plansFrom([], HOUR, true)).toEqual([[[0, Number.POSITIVE_INFINITY]]]);
    expect(plansFrom([], HOUR, false)).toEqual([[]]);
  });
});
