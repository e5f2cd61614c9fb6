import { type Law, lawFrom } from './law.ts';

/** One time that a citizen kept a counter: which kind of work, at which hour of the day, from the call to the next call. */
export interface Occupation {
  readonly work: string;
  readonly hour: number;
  readonly ms: number;
}

/** What a centre has learned of how long its work takes. `work` is a service, or one stage of it. */
export interface ServiceTimes {
  /** The law of a work that usually takes `configuredMs`. */
  lawOf(work: string, configuredMs: number): Law;
  /** How much longer (over 1) or shorter the work takes at an hour of the day than over the whole day. */
  stretchAt(work: string, hour: number): number;
}

/** How many citizens the configured time counts for, against those seen. */
const CONFIGURED_COUNTS = 10;
/** How many citizens a service's mean counts for, in each of its hours. */
const SERVICE_COUNTS = 40;
/** How many citizens the shape of all work together counts for, in each service. */
const SHAPE_COUNTS = 50;
/** A token forgotten at a counter teaches nothing beyond this many times the usual. */
const MOST_TIMES = 12;

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Leaves long outliers at `MOST_TIMES` the middle. */
function tamed(occupations: readonly Occupation[]): readonly Occupation[] {
  const sorted = occupations.map((one) => one.ms).toSorted((a, b) => a - b);
  const most = (sorted[sorted.length >> 1] ?? 0) * MOST_TIMES;
  return occupations.map((one) => (one.ms > most ? { ...one, ms: most } : one));
}

/** Shrinks a mean of `count` values towards a prior that counts for `weight`. */
const shrunk = (mean: number, count: number, prior: number, weight: number): number =>
  (mean * count + prior * weight) / (count + weight);

/**
 * Learns from what was seen. Little seen leans on what is known anyway: an hour on its service, a service on its
 * configured time, a shape on the shape of all work (empirical Bayes shrinkage: Efron & Morris 1975).
 */
export function learnServiceTimes(occupations: readonly Occupation[]): ServiceTimes {
  const byWork = new Map([...groupBy(occupations, (one) => one.work)].map(([work, seen]) => [work, tamed(seen)]));
  const ratios = new Map(
    [...byWork].map(([work, seen]) => {
      const mean = meanOf(seen.map((one) => one.ms));
      return [work, seen.map((one) => one.ms / mean)] as const;
    }),
  );
  const pooled = [...ratios.values()].flat();
  const stretches = new Map([...byWork].map(([work, seen]) => [work, stretchesOf(seen)]));

  return {
    lawOf(work, configuredMs) {
      const seen = byWork.get(work) ?? [];
      const mean = seen.length === 0 ? configuredMs : meanOf(seen.map((one) => one.ms));
      const believed = shrunk(mean, seen.length, configuredMs, CONFIGURED_COUNTS);
      const own = (ratios.get(work) ?? []).map((value) => ({ value: value * believed, weight: 1 }));
      const weight = SHAPE_COUNTS / Math.max(1, pooled.length);
      const shape = pooled.length === 0 ? EXPONENTIAL : pooled;
      return lawFrom([...own, ...shape.map((value) => ({ value: value * believed, weight }))]);
    },
    stretchAt: (work, hour) => stretches.get(work)?.get(hour) ?? 1,
  };
}

/** The shape of which nothing is known: exponential with mean 1, as a hundred equally likely values. */
const EXPONENTIAL = Array.from({ length: 100 }, (_, i) => -Math.log(1 - (i + 0.5) / 100));

function stretchesOf(seen: readonly Occupation[]): ReadonlyMap<number, number> {
  const mean = meanOf(seen.map((one) => one.ms));
  const byHour = groupBy(seen, (one) => String(one.hour));
  return new Map(
    [...byHour].map(([hour, inHour]) => [
      Number(hour),
      shrunk(meanOf(inHour.map((one) => one.ms)) / mean, inHour.length, 1, SERVICE_COUNTS),
    ]),
  );
}
