import { describe, expect, it } from 'vitest';
import { quantileOf } from '../../../src/domain/wait-forecast/law.ts';
import { learnAbsence } from '../../../src/domain/wait-forecast/learn-absence.ts';
import { learnArrivals } from '../../../src/domain/wait-forecast/learn-arrivals.ts';
import { plansFrom } from '../../../src/domain/wait-forecast/learn-plans.ts';
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
    expect(absence[0]).toBeCloseTo(0.028, 2);
    expect(absence[6]).toBeCloseTo(0.29, 2);
    expect(absence[3]).toBeCloseTo(0.16, 2);
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

  it('keep a counter as it is when no day is known', () => {
    expect(plansFrom([], HOUR, true)).toEqual([[[0, Number.POSITIVE_INFINITY]]]);
    expect(plansFrom([], HOUR, false)).toEqual([[]]);
  });
});
