import { randomFrom } from '../../src/domain/random.ts';
import type { ForecastHall } from '../../src/domain/wait-forecast/forecast-hall.ts';
import { ForwardPlay } from '../../src/domain/wait-forecast/forward-play.ts';
import { lawOf } from '../../src/domain/wait-forecast/law.ts';

export interface ErlangCell {
  readonly counters: number;
  readonly load: number;
  /** Mean wait in service times: the formula, what the engine gives, and half the width of its 99 % interval. */
  readonly formula: number;
  readonly played: number;
  readonly half: number;
  readonly seconds: number;
}

/**
 * Mean wait in an M/M/c queue in service times: A. K. Erlang, "Solution of some problems in the theory of
 * probabilities of significance in automatic telephone exchanges" (1917).
 */
export function erlangWait(counters: number, load: number): number {
  const offered = counters * load;
  let blocked = 1;
  for (let c = 1; c <= counters; c += 1) blocked = (offered * blocked) / (c + offered * blocked);
  return blocked / (1 - load + load * blocked) / (counters * (1 - load));
}

const SERVICE_MS = 60_000;

function pooledHall(counters: number, load: number, customers: number): ForecastHall {
  const law = lawOf((u) => -SERVICE_MS * Math.log(1 - u), SERVICE_MS, 4096);
  const perMs = (counters * load) / SERVICE_MS;
  return {
    binMs: 1e15,
    horizonMs: customers / perMs,
    laws: [law],
    lines: [{ targetMs: SERVICE_MS, law: 0, stretch: [1], arrivals: [perMs], next: -1, nextShare: 0, stayShare: 0 }],
    counters: Array.from({ length: counters }, () => ({
      serves: [{ line: 0, level: 0 }],
      levels: 1,
      holds: null,
      plans: [[[0, Number.POSITIVE_INFINITY]]],
    })),
    waiting: [],
    newcomers: [],
    booked: [],
    booking: { comeShare: 0, earliestMs: 0, law },
    absence: [0],
    absenceLaw: law,
    reaction: null,
  };
}

/** Customers of one batch: long against the memory of the fullest queue, so that batches are as good as independent. */
const BATCH = 400_000;
const LEAST_BATCHES = 30;
/** Student's t for 99 % and the fewest batches; more of them make the interval wider than need be. */
const T99 = 2.756;
/** The interval has to lie within this share of the formula. */
export const TOLERANCE = 0.02;

/** Plays batches until the 99 % interval lies within the tolerance, or the seconds are over. */
export function playCell(counters: number, load: number, seed: number, mostSeconds: number): ErlangCell {
  const hall = pooledHall(counters, load, BATCH);
  const play = new ForwardPlay(hall, randomFrom(seed));
  play.tallyFromMs = hall.horizonMs * 0.1;
  const formula = erlangWait(counters, load);
  const means: number[] = [];
  const began = performance.now();
  for (;;) {
    const before = { ...play.tally };
    play.run(new Float64Array());
    means.push((play.tally.sumMs - before.sumMs) / (play.tally.count - before.count) / SERVICE_MS);
    const seconds = (performance.now() - began) / 1000;
    const played = means.reduce((sum, one) => sum + one, 0) / means.length;
    const variance = means.reduce((sum, one) => sum + (one - played) ** 2, 0) / (means.length - 1);
    const half = T99 * Math.sqrt(variance / means.length);
    const isInside = means.length >= LEAST_BATCHES && isWithin({ formula, played, half });
    if (isInside || seconds >= mostSeconds) return { counters, load, formula, played, half, seconds };
  }
}

/** Whether the whole interval lies within the tolerance. */
export const isWithin = ({ formula, played, half }: Pick<ErlangCell, 'formula' | 'played' | 'half'>): boolean =>
  Math.abs(played - formula) + half <= TOLERANCE * formula;
