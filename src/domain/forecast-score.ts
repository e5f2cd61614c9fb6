import type { WaitRange } from './wait-forecast/forecast-waits.ts';

/** A forecast, and how long the citizen then waited. */
export interface ScoredWait extends WaitRange {
  readonly waitedMs: number;
}

/** How good forecasts were; nulls when there was none to score. */
export type ForecastScore =
  | { readonly count: 0; readonly maeMs: null; readonly biasMs: null; readonly exceededShare: null }
  | { readonly count: number; readonly maeMs: number; readonly biasMs: number; readonly exceededShare: number };

/**
 * Scores forecasts against what happened. The error of one is its p50 − the wait: `maeMs` is the mean of its size,
 * `biasMs` the mean with its sign (above 0: longer waits were told than came), `exceededShare` the share that waited
 * longer than the p90, a tenth if that is right. Forecasts with an infinite p50 named no wait: they are not scored and
 * not counted. An infinite p90 is never exceeded.
 */
export function scoreOf(pairs: readonly ScoredWait[]): ForecastScore {
  const scored = pairs.filter(({ p50Ms }) => p50Ms !== Infinity);
  const count = scored.length;
  if (count === 0) return { count, maeMs: null, biasMs: null, exceededShare: null };
  const meanOf = (valueOf: (pair: ScoredWait) => number): number =>
    scored.reduce((sum, pair) => sum + valueOf(pair), 0) / count;
  return {
    count,
    maeMs: meanOf(({ p50Ms, waitedMs }) => Math.abs(p50Ms - waitedMs)),
    biasMs: meanOf(({ p50Ms, waitedMs }) => p50Ms - waitedMs),
    exceededShare: meanOf(({ p90Ms, waitedMs }) => (waitedMs > p90Ms ? 1 : 0)),
  };
}
