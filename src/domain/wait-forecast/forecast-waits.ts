import { randomFrom } from '../random.ts';
import type { ForecastHall } from './forecast-hall.ts';
import { ForwardPlay } from './forward-play.ts';

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

/** The share of sorted values: the mean position `(n + 1) share`, which the next value exceeds with 1 − share. */
function quantile(sorted: Float32Array, share: number): number {
  const place = Math.min(Math.max((sorted.length + 1) * share - 1, 0), sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return high === low ? low : low + (high - low) * (place - Math.floor(place));
}

/** Forecasts the waits of a hall by `runs` plays with chance from a seed. The same seed gives the same answer. */
export function forecastWaits(hall: ForecastHall, runs: number, seed: number): WaitForecast {
  const people = hall.waiting.length + hall.newcomers.length;
  const play = new ForwardPlay(hall, randomFrom(seed));
  const calledAt = new Float64Array(people);
  const byPerson = new Float32Array(people * runs);
  for (let run = 0; run < runs; run += 1) {
    play.run(calledAt);
    for (let id = 0; id < people; id += 1) byPerson[id * runs + run] = calledAt[id] ?? 0;
  }
  const ranges = Array.from({ length: people }, (_, id) => {
    const sorted = byPerson.subarray(id * runs, (id + 1) * runs).sort();
    return { p50Ms: quantile(sorted, 0.5), p90Ms: quantile(sorted, 0.9) };
  });
  return { runs, waiting: ranges.slice(0, hall.waiting.length), newcomers: ranges.slice(hall.waiting.length) };
}
