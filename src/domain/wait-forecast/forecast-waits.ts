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

/** Forecasts the waits of a hall by `runs` plays with chance from a seed. The same seed gives the same answer. */
export function forecastWaits(hall: ForecastHall, runs: number, seed: number): WaitForecast {
  const people = hall.waiting.length + hall.newcomers.length;
  const play = new ForwardPlay(hall, pooledChance(seed));
  const calledAt = new Float64Array(people);
  const byPerson = new Float32Array(people * runs);
  for (let run = 0; run < runs; run += 1) {
    play.run(calledAt);
    for (let id = 0; id < people; id += 1) byPerson[id * runs + run] = calledAt[id] ?? 0;
  }
  const ranges = Array.from({ length: people }, (_, id) => {
    const waits = byPerson.subarray(id * runs, (id + 1) * runs);
    return { p50Ms: quantileAmong(waits, 0.5), p90Ms: quantileAmong(waits, 0.9) };
  });
  return { runs, waiting: ranges.slice(0, hall.waiting.length), newcomers: ranges.slice(hall.waiting.length) };
}
