import { pooledChance } from './chance.ts';
import type { ForecastHall } from './forecast-hall.ts';
import { ForwardPlay } from './forward-play.ts';
import { quantileAmong } from './quantile.ts';

/** The middle and the cautious answer: ms from now until the call; infinite when more than that share is never called. */
export interface WaitRange {
  readonly p50Ms: number;
  readonly p90Ms: number;
}

export interface WaitForecast {
  readonly runs: number;
  readonly waiting: readonly WaitRange[];
  readonly newcomers: readonly WaitRange[];
}

/** When everybody is called in each of `runs` plays, in ms from now: the plays of the first person, then of the second. */
export function playCalls(hall: ForecastHall, runs: number, seed: number): Float32Array {
  const people = hall.waiting.length + hall.newcomers.length;
  const play = new ForwardPlay(hall, pooledChance(seed));
  const calledAt = new Float64Array(people);
  const calls = new Float32Array(people * runs);
  for (let run = 0; run < runs; run += 1) {
    play.run(calledAt);
    for (let id = 0; id < people; id += 1) calls[id * runs + run] = calledAt[id] ?? 0;
  }
  return calls;
}

/** The ranges of those calls. Leaves the plays of each person in another order. */
export function rangesOf(hall: ForecastHall, calls: Float32Array, runs: number): WaitForecast {
  const people = hall.waiting.length + hall.newcomers.length;
  const ranges = Array.from({ length: people }, (_, id) => {
    const waits = calls.subarray(id * runs, (id + 1) * runs);
    return { p50Ms: quantileAmong(waits, 0.5), p90Ms: quantileAmong(waits, 0.9) };
  });
  return { runs, waiting: ranges.slice(0, hall.waiting.length), newcomers: ranges.slice(hall.waiting.length) };
}

/** Forecasts the waits of a hall by `runs` plays with chance from a seed. The same seed gives the same answer. */
export const forecastWaits = (hall: ForecastHall, runs: number, seed: number): WaitForecast =>
  rangesOf(hall, playCalls(hall, runs, seed), runs);
