import { randomFrom } from '../../src/domain/random.ts';
import type { ForecastHall, FutureSpan } from '../../src/domain/wait-forecast/forecast-hall.ts';
import { forecastWaits } from '../../src/domain/wait-forecast/forecast-waits.ts';
import { lawFrom } from '../../src/domain/wait-forecast/law.ts';
import { HOUR, MINUTE } from './world.ts';

/** How long one forecast took, over several rounds. */
export interface Speed {
  readonly waiting: number;
  readonly counters: number;
  /** As the forecast itself counted them. */
  readonly runs: number;
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

/** What one forecast has to do, and the longest that it may take in the median. */
export const SPEED_GOAL = { waiting: 500, counters: 48, runs: 200, ms: 50 } as const;
const SERVICES = 17;
/** Walk-ins, elders, appointments. */
const TARGETS = [30 * MINUTE, 15 * MINUTE, 5 * MINUTE];
const ARRIVALS_A_MINUTE = 7;
const PAST_DAYS = 7;
const ROUNDS = 15;
const ROUNDS_TO_WARM_UP = 3;

const lineOf = (service: number, kind: number): number => (service % SERVICES) * TARGETS.length + kind;

/** The two services next to a counter's own are its lower level. */
const servesOf = (counter: number) =>
  [0, 1, 2].flatMap((other) =>
    TARGETS.map((_, kind) => ({ line: lineOf(counter + other, kind), level: Math.min(1, other) })),
  );

/** A mega centre at its worst: every line full, every counter busy, lunch ahead, a stream of walk-ins, bookings to come. */
function fullHall(): ForecastHall {
  const random = randomFrom(1);
  const law = () =>
    lawFrom(Array.from({ length: 800 }, () => ({ value: random.lognormal(6 * MINUTE, 0.8), weight: 1 })));
  const plan = (): readonly FutureSpan[] => {
    const lunch = random.between(0.5, 2) * HOUR;
    return [
      [0, lunch],
      [lunch + 0.5 * HOUR, Number.POSITIVE_INFINITY],
    ];
  };
  const anyLine = () => lineOf(Math.floor(random.next() * SERVICES), random.chance(0.1) ? 1 : 0);
  return {
    binMs: 5 * MINUTE,
    horizonMs: 12 * HOUR,
    laws: Array.from({ length: SERVICES }, law),
    lines: Array.from({ length: SERVICES }, (_, service) =>
      TARGETS.map((targetMs, kind) => ({
        targetMs,
        law: service,
        stretch: Array.from({ length: 72 }, () => random.between(0.9, 1.1)),
        arrivals: Array.from(
          { length: 72 },
          () => ([0.9, 0.1, 0][kind] ?? 0) * (ARRIVALS_A_MINUTE / SERVICES / MINUTE),
        ),
        next: kind < 2 && service < SERVICES - 1 ? lineOf(service + 1, kind) : -1,
        nextShare: 0.2,
        stayShare: 0,
      })),
    ).flat(),
    counters: Array.from({ length: SPEED_GOAL.counters }, (_, counter) => ({
      levels: 2,
      serves: servesOf(counter),
      holds: { line: lineOf(counter, 0), elapsedMs: random.between(0, 6) * MINUTE },
      plans: Array.from({ length: PAST_DAYS }, plan),
    })),
    waiting: Array.from({ length: SPEED_GOAL.waiting }, () => ({
      line: anyLine(),
      sinceMs: -random.between(0, 60) * MINUTE,
    })),
    newcomers: Array.from({ length: SERVICES }, (_, service) => lineOf(service, 0)),
    booked: Array.from({ length: 80 }, (_, i) => ({ line: lineOf(i, 2), slotMs: (i - 4) * 4 * MINUTE })),
    booking: {
      comeShare: 0.85,
      earliestMs: -25 * MINUTE,
      law: lawFrom([0, 1].map((end) => ({ value: end * 33 * MINUTE, weight: 1 }))),
    },
    absence: Array.from({ length: 90 }, (_, bin) => Math.min(0.5, 0.03 + 0.005 * bin)),
    absenceLaw: lawFrom([45_000, 120_000].map((value) => ({ value, weight: 1 }))),
    reaction: lawFrom([5_000, 30_000].map((value) => ({ value, weight: 1 }))),
  };
}

/** Times whole forecasts of a full hall, with all that is made anew for each. */
export function measureSpeed(): Speed {
  const hall = fullHall();
  const forecasts = Array.from({ length: ROUNDS_TO_WARM_UP + ROUNDS }, (_, round) => {
    const began = performance.now();
    const { runs } = forecastWaits(hall, SPEED_GOAL.runs, round);
    return { runs, ms: performance.now() - began };
  }).slice(ROUNDS_TO_WARM_UP);
  const times = forecasts.map((one) => one.ms).toSorted((a, b) => a - b);
  return {
    waiting: hall.waiting.length,
    counters: hall.counters.length,
    runs: Math.min(...forecasts.map((one) => one.runs)),
    medianMs: times[times.length >> 1] ?? Number.NaN,
    leastMs: times[0] ?? Number.NaN,
    mostMs: times.at(-1) ?? Number.NaN,
  };
}
