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
/** An hour learns from those around it, the less the further away, and no more at this distance: work tires slowly. */
const HOURS_APART = 3;
/** How many citizens the shape of all work together counts for, in each service. */
const SHAPE_COUNTS = 50;
/** A token forgotten at a counter teaches nothing beyond this many times the usual. */
const MOST_TIMES = 12;

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function groupBy<T, Key>(items: readonly T[], keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
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

/** The times of one work, each as if it had not been in its hour, and how much longer its hours take. */
interface WorkSeen {
  readonly times: readonly number[];
  readonly mean: number;
  readonly stretches: ReadonlyMap<number, number>;
}

function workSeen(occupations: readonly Occupation[]): WorkSeen {
  const seen = tamed(occupations);
  const stretches = stretchesOf(seen);
  const times = seen.map((one) => one.ms / (stretches.get(one.hour) ?? 1));
  return { times, mean: meanOf(times), stretches };
}

/**
 * Learns from what was seen. Little seen leans on what is known anyway: an hour on its service, a service on its
 * configured time, a shape on the shape of all work (empirical Bayes shrinkage: Efron & Morris 1975).
 */
export function learnServiceTimes(occupations: readonly Occupation[]): ServiceTimes {
  // Who was let go in the same instant kept nobody waiting; shares of a mean of nothing would be no numbers.
  const kept = occupations.filter(({ ms }) => ms > 0);
  const works = new Map([...groupBy(kept, (one) => one.work)].map(([work, seen]) => [work, workSeen(seen)]));
  const pooled = [...works.values()].flatMap(({ times, mean }) => times.map((ms) => ms / mean));

  return {
    lawOf(work, configuredMs) {
      const { times, mean } = works.get(work) ?? { times: [], mean: configuredMs };
      const believed = shrunk(mean, times.length, configuredMs, CONFIGURED_COUNTS);
      const own = times.map((ms) => ({ value: (ms / mean) * believed, weight: 1 }));
      const weight = SHAPE_COUNTS / Math.max(1, pooled.length);
      const shape = pooled.length === 0 ? EXPONENTIAL : pooled;
      return lawFrom([...own, ...shape.map((value) => ({ value: value * believed, weight }))]);
    },
    stretchAt: (work, hour) => works.get(work)?.stretches.get(hour) ?? 1,
  };
}

/** The shape of which nothing is known: exponential with mean 1, as a hundred equally likely values. */
const EXPONENTIAL = Array.from({ length: 100 }, (_, i) => -Math.log(1 - (i + 0.5) / 100));

/** Each hour against the whole day: a mean over the hours around it (a triangular kernel), shrunk towards 1. */
function stretchesOf(seen: readonly Occupation[]): ReadonlyMap<number, number> {
  const mean = meanOf(seen.map((one) => one.ms));
  const hours = [...groupBy(seen, (one) => one.hour)].map(([hour, inHour]) => ({
    hour,
    count: inHour.length,
    mean: meanOf(inHour.map((one) => one.ms)),
  }));
  return new Map(
    hours.map(({ hour }) => {
      const near = hours.map((one) => ({
        ...one,
        weight: Math.max(0, 1 - Math.abs(one.hour - hour) / HOURS_APART) * one.count,
      }));
      const weight = near.reduce((sum, one) => sum + one.weight, 0);
      const meanNear = near.reduce((sum, one) => sum + one.weight * one.mean, 0) / weight;
      return [hour, shrunk(meanNear / mean, weight, 1, SERVICE_COUNTS)];
    }),
  );
}
