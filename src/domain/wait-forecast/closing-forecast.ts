import { quantileAmong } from './quantile.ts';

/** What becomes of those who wait now until the doors close, in the middle of all plays. */
export interface ClosingForecast {
  readonly waiting: number;
  /** How many are served before the doors close. */
  readonly served: number;
  /** When the last one is done, in ms from now; infinite when more likely than not it is not today. */
  readonly lastMs: number;
}

/** Somebody who waits: their number in the plays, and how long the counter takes for them, in ms. */
export interface InLine {
  readonly id: number;
  readonly serviceMs: number;
}

/**
 * How a group comes through the rest of the day. `calls` holds when each person is called, in ms from now: `runs` plays
 * of the first person, then of the second. Without an end (`closesInMs` null) everybody is served who is called.
 */
export function closingForecast(
  calls: Float32Array,
  runs: number,
  people: readonly InLine[],
  closesInMs: number | null,
): ClosingForecast {
  if (people.length === 0) return { waiting: 0, served: 0, lastMs: 0 };
  const endMs = closesInMs ?? Number.MAX_VALUE;
  const served = new Float32Array(runs);
  const last = new Float32Array(runs);
  for (const { id, serviceMs } of people) {
    for (let run = 0; run < runs; run += 1) {
      const doneMs = (calls[id * runs + run] as number) + serviceMs;
      if (doneMs <= endMs) served[run] = (served[run] as number) + 1;
      if (doneMs > (last[run] as number)) last[run] = doneMs;
    }
  }
  return {
    waiting: people.length,
    served: Math.floor(quantileAmong(served, 0.5)),
    lastMs: quantileAmong(last, 0.5),
  };
}
