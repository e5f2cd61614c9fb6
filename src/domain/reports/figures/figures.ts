/** Figures of a group; null where there is nothing to say, or where the grouping or filter cannot be told of it. */
export interface Figures {
  readonly tokens: number | null;
  readonly joined: number | null;
  readonly served: number | null;
  readonly calls: number | null;
  readonly completed: number | null;
  readonly waits: number | null;
  readonly waitP50Ms: number | null;
  readonly waitP90Ms: number | null;
  readonly inTargetShare: number | null;
  readonly serves: number | null;
  readonly serveP50Ms: number | null;
  readonly serveP90Ms: number | null;
  readonly noShows: number | null;
  readonly parks: number | null;
  readonly transfers: number | null;
  readonly requeues: number | null;
  readonly away: number | null;
  readonly left: number | null;
  readonly carriedOver: number | null;
  readonly jumps: number | null;
  readonly overtaken: number | null;
  readonly openMs: number | null;
  readonly servingMs: number | null;
  readonly breakMs: number | null;
  readonly idleMs: number | null;
  readonly forecasts: number | null;
  readonly forecastMaeMs: number | null;
  readonly forecastBiasMs: number | null;
  readonly forecastBeyondShare: number | null;
  readonly good: number | null;
  readonly fair: number | null;
  readonly bad: number | null;
}
export type FigureName = keyof Figures;

/** Tokens that were called out of order for one reason, and how many they passed over. */
export interface JumpReason {
  readonly reason: string;
  readonly count: number;
  readonly overtaken: number;
}

/** Sums of one group while rows are added; waits and serving times one by one, to be sorted at the end. */
export interface Sums {
  tokens: number;
  joined: number;
  served: number;
  calls: number;
  completed: number;
  inTarget: number;
  noShows: number;
  parks: number;
  transfers: number;
  requeues: number;
  away: number;
  left: number;
  carriedOver: number;
  jumps: number;
  overtaken: number;
  openMs: number;
  servingMs: number;
  breakMs: number;
  idleMs: number;
  forecasts: number;
  absErrorMs: number;
  errorMs: number;
  beyond: number;
  good: number;
  fair: number;
  bad: number;
  readonly waits: number[];
  readonly serves: number[];
}

/** Sums of nothing. */
export const noSums = (): Sums => ({
  tokens: 0,
  joined: 0,
  served: 0,
  calls: 0,
  completed: 0,
  inTarget: 0,
  noShows: 0,
  parks: 0,
  transfers: 0,
  requeues: 0,
  away: 0,
  left: 0,
  carriedOver: 0,
  jumps: 0,
  overtaken: 0,
  openMs: 0,
  servingMs: 0,
  breakMs: 0,
  idleMs: 0,
  forecasts: 0,
  absErrorMs: 0,
  errorMs: 0,
  beyond: 0,
  good: 0,
  fair: 0,
  bad: 0,
  waits: [],
  serves: [],
});

/** Which tables can be told of the groups of a report. */
export interface Told {
  readonly arrivals: boolean;
  readonly holds: boolean;
  readonly moves: boolean;
  readonly spans: boolean;
  readonly feedback: boolean;
}

/** The value of that share of sorted values, by nearest rank: the first that at least that share does not pass. */
const rank = (sorted: Int32Array, share: number): number | null =>
  sorted.length === 0 ? null : (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null);

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The figures of a group's sums. Percentiles are exact, by sorting. */
export function figuresOf(sums: Sums, told: Told): Figures {
  const waits = Int32Array.from(sums.waits).sort();
  const serves = Int32Array.from(sums.serves).sort();
  const when = <T>(isTold: boolean, value: T): T | null => (isTold ? value : null);
  const { arrivals, holds, moves, spans, feedback } = told;
  return {
    tokens: when(arrivals, sums.tokens),
    joined: when(arrivals, sums.joined),
    served: when(holds, sums.served),
    calls: when(holds, sums.calls),
    completed: when(holds, sums.completed),
    waits: when(holds, waits.length),
    waitP50Ms: rank(waits, 0.5),
    waitP90Ms: rank(waits, 0.9),
    inTargetShare: share(sums.inTarget, waits.length),
    serves: when(holds, serves.length),
    serveP50Ms: rank(serves, 0.5),
    serveP90Ms: rank(serves, 0.9),
    noShows: when(holds, sums.noShows),
    parks: when(holds, sums.parks),
    transfers: when(holds, sums.transfers),
    requeues: when(moves, sums.requeues),
    away: when(moves, sums.away),
    left: when(moves, sums.left),
    carriedOver: when(moves, sums.carriedOver),
    jumps: when(holds, sums.jumps),
    overtaken: when(holds, sums.overtaken),
    openMs: when(spans, sums.openMs),
    servingMs: when(spans, sums.servingMs),
    breakMs: when(spans, sums.breakMs),
    idleMs: when(spans, sums.idleMs),
    forecasts: when(holds, sums.forecasts),
    forecastMaeMs: share(sums.absErrorMs, sums.forecasts),
    forecastBiasMs: share(sums.errorMs, sums.forecasts),
    forecastBeyondShare: share(sums.beyond, sums.forecasts),
    good: when(feedback, sums.good),
    fair: when(feedback, sums.fair),
    bad: when(feedback, sums.bad),
  };
}
