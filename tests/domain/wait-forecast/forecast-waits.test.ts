import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/domain/random.ts';
import { pickNext, urgencyOf } from '../../../src/domain/calling-rule.ts';
import { Calling, NO_LINE } from '../../../src/domain/wait-forecast/calling.ts';
import type { ForecastCounter, ForecastHall, ForecastLine } from '../../../src/domain/wait-forecast/forecast-hall.ts';
import { forecastWaits } from '../../../src/domain/wait-forecast/forecast-waits.ts';
import { ForwardPlay } from '../../../src/domain/wait-forecast/forward-play.ts';
import { LineQueues } from '../../../src/domain/wait-forecast/line-queues.ts';
import { lawOf } from '../../../src/domain/wait-forecast/law.ts';

const MINUTE = 60_000;
const ALWAYS = [[[0, Number.POSITIVE_INFINITY]]] as const;
/** Every service takes exactly ten minutes. */
const TEN = lawOf(() => 10 * MINUTE, 1e-6);

const line = (change: Partial<ForecastLine> = {}): ForecastLine => ({
  targetMs: 30 * MINUTE,
  law: 0,
  stretch: [1],
  arrivals: [0],
  next: -1,
  nextShare: 0,
  stayShare: 0,
  ...change,
});

const counter = (levels: readonly (readonly number[])[], change: Partial<ForecastCounter> = {}): ForecastCounter => ({
  serves: levels.flatMap((lines, level) => lines.map((one) => ({ line: one, level }))),
  levels: levels.length,
  holds: null,
  plans: ALWAYS,
  ...change,
});

const hall = (change: Partial<ForecastHall>): ForecastHall => ({
  binMs: 15 * MINUTE,
  horizonMs: 600 * MINUTE,
  laws: [TEN],
  lines: [line()],
  counters: [counter([[0]])],
  waiting: [],
  newcomers: [],
  booked: [],
  booking: { comeShare: 1, earliestMs: 0, law: lawOf(() => 0, 1e-6) },
  absence: [0],
  absenceLaw: lawOf(() => 2 * MINUTE, 1e-6),
  reaction: null,
  ...change,
});

const minutesOf = (given: ForecastHall) => {
  const { waiting, newcomers } = forecastWaits(given, 20, 1);
  return [...waiting, ...newcomers].map(({ p50Ms }) => Math.round((p50Ms / MINUTE) * 10) / 10);
};
const waitingSince = (...since: readonly number[]) => since.map((one) => ({ line: 0, sinceMs: one * MINUTE }));

describe('the choice of the forecast', () => {
  it('is the choice of the calling rule, whatever stands in the lines', () => {
    const head = fc.record({
      sinceMs: fc.integer({ min: -200, max: 40 }),
      targetMs: fc.constantFrom(5, 15, 16, 30, 40),
      service: fc.integer({ min: 0, max: 3 }),
    });
    const profile = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(head, { maxLength: 12 }), profile, (heads, profileLevels) => {
        const levels = profileLevels.map((services, i) =>
          services.filter((one) => !profileLevels.slice(0, i).some((above) => above.includes(one))),
        );
        const lines = heads.map((one) => line({ targetMs: one.targetMs }));
        const serves = levels.flatMap((services, level) =>
          heads.flatMap((one, i) => (services.includes(one.service) ? [{ line: i, level }] : [])),
        );
        const queues = new LineQueues({
          lines,
          waiting: heads.map((one, i) => ({ line: i, sinceMs: one.sinceMs })),
          newcomers: [],
        });
        const calling = new Calling({ lines, counters: [{ ...counter([]), serves, levels: levels.length }] }, queues);
        const asked = heads.map((one, i) => ({
          tokenId: i,
          queueId: String(one.service),
          boundCounterId: null,
          waitingSince: one.sinceMs,
          targetMs: one.targetMs,
        }));
        const next = pickNext(
          asked,
          levels.map((services) => services.map(String)),
          0,
        );
        const chosen = calling.lineFor(0, 0);
        // Two heads that are equal in rank, urgency and wait may be told apart by id alone: either is right here.
        const urgency = (i: number) => urgencyOf(asked[i] ?? { waitingSince: 0, targetMs: 1 }, 0);
        const isEqual = (a: number, b: number) =>
          heads[a]?.sinceMs === heads[b]?.sinceMs && Math.abs(urgency(a) - urgency(b)) < 1e-9;
        const right = next?.tokenId ?? NO_LINE;
        expect(isEqual(chosen, right) ? right : chosen).toBe(right);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the forecast', () => {
  it('calls a line in its order, one service time after the other', () => {
    expect(minutesOf(hall({ waiting: waitingSince(-1, -3, -2), newcomers: [0] }))).toEqual([20, 0, 10, 30]);
  });

  it('counts the rest of what a counter is doing now', () => {
    const counters = [counter([[0]], { holds: { line: 0, elapsedMs: 4 * MINUTE } })];
    expect(minutesOf(hall({ counters, waiting: waitingSince(-1), newcomers: [0] }))).toEqual([6, 16]);
  });

  it("lets a newcomer take nobody's time", () => {
    const lines = [line(), line({ targetMs: 10 * MINUTE })];
    const counters = [counter([[0, 1]], { holds: { line: 0, elapsedMs: 0 } })];
    const asked = hall({ lines, counters, waiting: waitingSince(-1, 0), newcomers: [1, 1, 1, 0] });
    expect(minutesOf(asked)).toEqual([10, 20, 10, 10, 10, 30]);
  });

  it('says never when no counter serves the line, and waits for one that opens later', () => {
    expect(minutesOf(hall({ counters: [], waiting: waitingSince(-1) }))).toEqual([Number.POSITIVE_INFINITY]);
    const later = [counter([[0]], { plans: [[[45 * MINUTE, 400 * MINUTE]]] })];
    expect(minutesOf(hall({ counters: later, waiting: waitingSince(-1), newcomers: [0] }))).toEqual([45, 55]);
  });

  it('lets an operator finish before a break, and nobody be called in it', () => {
    const plans = [
      [
        [0, 5 * MINUTE],
        [40 * MINUTE, 400 * MINUTE],
      ],
    ] as const;
    expect(minutesOf(hall({ counters: [counter([[0]], { plans })], waiting: waitingSince(-2, -1) }))).toEqual([0, 40]);
  });

  it('sends the citizens of a stage on to the next one, where they count', () => {
    const lines = [line({ next: 1, nextShare: 1 }), line()];
    const counters = [counter([[0]]), counter([[1]], { plans: [[[25 * MINUTE, 400 * MINUTE]]] })];
    const given = hall({ lines, counters, waiting: waitingSince(-2, -1), newcomers: [1] });
    // Both of the first stage stand before the second counter opens, but behind the newcomer there.
    expect(minutesOf(given)).toEqual([0, 10, 25]);
    expect(minutesOf({ ...given, waiting: [...given.waiting, { line: 1, sinceMs: 12 * MINUTE }] })[2]).toBe(35);
  });

  it('keeps a citizen where the same counter does the next stage too, and sends the others on', () => {
    const lines = (stayShare: number) => [line({ next: 1, nextShare: 1, stayShare }), line()];
    const both = counter([[0, 1]], { holds: { line: 0, elapsedMs: 4 * MINUTE } });
    const given = (stayShare: number) => hall({ lines: lines(stayShare), counters: [both], newcomers: [0] });
    // Six minutes of this stage are left, and ten of the next one come before or after the newcomer.
    expect(minutesOf(given(1))).toEqual([16]);
    expect(minutesOf(given(0))).toEqual([6]);
    const elsewhere = [counter([[0]], { holds: { line: 0, elapsedMs: 4 * MINUTE } }), counter([[1]])];
    expect(minutesOf({ ...given(1), counters: elsewhere })).toEqual([6]);
  });

  it('lets the booked who come at their slot go before', () => {
    const lines = [line(), line({ targetMs: MINUTE })];
    const counters = [counter([[0, 1]], { holds: { line: 0, elapsedMs: 0 } })];
    const given = hall({ lines, counters, newcomers: [0] });
    expect(minutesOf(given)).toEqual([10]);
    expect(minutesOf({ ...given, booked: [{ line: 1, slotMs: 5 * MINUTE }] })).toEqual([20]);
  });

  it('expects a booked citizen the less, the more of their time has passed', () => {
    const lines = [line(), line({ targetMs: MINUTE })];
    const counters = [counter([[0, 1]], { holds: { line: 0, elapsedMs: 0 } })];
    const booking = { comeShare: 0.8, earliestMs: -10 * MINUTE, law: lawOf((u) => u * 20 * MINUTE, 1e-6) };
    const given = hall({ lines, counters, newcomers: [0], booking });
    const shareBefore = (slot: number): number => {
      const play = new ForwardPlay({ ...given, booked: [{ line: 1, slotMs: slot * MINUTE }] }, randomFrom(1));
      const calledAt = new Float64Array(1);
      const wasBefore = Array.from({ length: 4_000 }, () => {
        play.run(calledAt);
        return (calledAt[0] ?? 0) > 10 * MINUTE + 1 ? 1 : 0;
      });
      return wasBefore.reduce<number>((sum, one) => sum + one, 0) / wasBefore.length;
    };
    // Of those whose whole time is to come four in five come; half-way the missing are a third; in the end all are.
    expect(shareBefore(0)).toBeCloseTo(0.4 / 0.6, 1);
    expect(shareBefore(-5)).toBeCloseTo(0.2 / 0.4, 1);
    expect(shareBefore(-11)).toBe(0);
  });

  it('counts a citizen who is not there for as long as the counter is kept', () => {
    expect(minutesOf(hall({ waiting: waitingSince(-2, -1), newcomers: [0], absence: [1] }))).toEqual([0, 2, 4]);
  });

  it('gives an idle operator time to see who came, and a busy one none', () => {
    const reaction = lawOf(() => MINUTE / 2, 1e-6);
    expect(minutesOf(hall({ newcomers: [0], reaction }))).toEqual([0.5]);
    const holds = { line: 0, elapsedMs: 4 * MINUTE };
    const busy = counter([[0]], { holds });
    expect(minutesOf(hall({ newcomers: [0], counters: [busy], reaction }))).toEqual([6]);
    // The next stage's counter has nobody until then.
    const stages = [line({ next: 1, nextShare: 1 }), line()];
    const counters = [busy, counter([[1]])];
    const play = new ForwardPlay(hall({ lines: stages, counters, newcomers: [0], reaction }), randomFrom(1));
    play.tallyFromMs = 0;
    play.run(new Float64Array(1));
    expect(play.tally).toEqual({ count: 1, sumMs: MINUTE / 2 });
  });

  it('takes longer in the hours in which work takes longer', () => {
    const lines = [line({ stretch: [1, 2] })];
    expect(minutesOf(hall({ lines, waiting: waitingSince(-3, -2, -1), newcomers: [0] }))).toEqual([0, 10, 20, 40]);
  });

  it('is the same for the same seed, and a range where there is chance', () => {
    const laws = [lawOf((u) => -10 * MINUTE * Math.log(1 - u), 10 * MINUTE)];
    const given = hall({
      laws,
      lines: [line({ arrivals: [0.05 / MINUTE] })],
      waiting: waitingSince(-3, -2, -1),
      newcomers: [0],
    });
    expect(forecastWaits(given, 100, 7)).toEqual(forecastWaits(given, 100, 7));
    const [newcomer] = forecastWaits(given, 2_000, 7).newcomers;
    // Three exponential services: Erlang with three phases, median 26.7 and p90 53.2 minutes.
    expect((newcomer?.p50Ms ?? 0) / MINUTE).toBeCloseTo(26.7, -1);
    expect((newcomer?.p90Ms ?? 0) / MINUTE).toBeCloseTo(53.2, -1);
    expect(forecastWaits(given, 100, 8)).not.toEqual(forecastWaits(given, 100, 7));
  });

  it('leaves no trace of one run in the next, however people arrive', () => {
    const lines = [line({ arrivals: [0.1 / MINUTE] }), line({ targetMs: 5 * MINUTE })];
    const given = hall({
      lines,
      counters: [counter([[0, 1]])],
      waiting: [...waitingSince(-5, -4), { line: 1, sinceMs: 30 * MINUTE }, { line: 1, sinceMs: 90 * MINUTE }],
      booked: Array.from({ length: 20 }, (_, i) => ({ line: 1, slotMs: (60 + i * 7) * MINUTE })),
      booking: { comeShare: 0.8, earliestMs: -25 * MINUTE, law: lawOf((u) => u * 33 * MINUTE, MINUTE) },
    });
    const first = forecastWaits(given, 400, 3).waiting;
    expect(first[0]?.p50Ms).toBe(0);
    expect(first[1]?.p50Ms).toBeCloseTo(10 * MINUTE, -2);
    expect(first[3]?.p50Ms).toBeGreaterThan(first[2]?.p50Ms ?? 0);
  });
});
