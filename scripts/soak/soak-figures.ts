import type { Broken } from '../../tests/faults/checker/evidence.ts';
import { median } from '../quantile.ts';

/** What a hub holds at the end of a day, after a collection (bytes; open handles; epoch ms of its own clock). */
export interface HubFigures {
  readonly rss: number;
  readonly heapUsed: number;
  readonly handles: number;
  /**
   * What stands in the write-ahead log alone. (Its file stays as large as it was while somebody read for long: under this
   * clock the store is copied every few seconds, and the larger it is the longer that takes.)
   */
  readonly logAheadBytes: number;
  readonly storeBytes: number;
  readonly at: number;
}

/** What a figure may grow by from the first half of the days to the second: what comes and goes is no growth. */
const MOST_GROWTH = {
  rss: 40_000_000,
  heapUsed: 20_000_000,
  handles: 3,
  logAheadBytes: 8_000_000,
} as const satisfies Partial<Record<keyof HubFigures, number>>;

/** Two halves of fewer days than these say nothing. */
export const FEWEST_DAYS = 6;

/** What has grown over the days of a hub that was not started anew: the median of the second half over that of the first. */
export function grown(days: readonly HubFigures[]): readonly Broken[] {
  if (days.length < FEWEST_DAYS) return [];
  const half = Math.floor(days.length / 2);
  return (Object.keys(MOST_GROWTH) as (keyof typeof MOST_GROWTH)[]).flatMap((name) => {
    const of = (some: readonly HubFigures[]) => median(some.map((one) => one[name]));
    const growth = of(days.slice(-half)) - of(days.slice(0, half));
    if (growth <= MOST_GROWTH[name]) return [];
    return [{ invariant: 'flat', what: `${name} grew by ${growth} over ${days.length} days` }];
  });
}
