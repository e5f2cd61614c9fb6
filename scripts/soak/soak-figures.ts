import type { Broken } from '../../tests/faults/checker/evidence.ts';
import { median } from '../quantile.ts';

/** What a hub holds at the end of a day, after a collection (bytes; open handles; epoch ms of its own clock). */
export interface HubFigures {
  readonly rss: number;
  readonly heapUsed: number;
  readonly handles: number;
  readonly walBytes: number;
  readonly storeBytes: number;
  readonly at: number;
}

/** What a figure may grow by from the first half of the days to the second: what comes and goes is no growth. */
const MOST_GROWTH = {
  rss: 40_000_000,
  heapUsed: 20_000_000,
  handles: 3,
} as const satisfies Partial<Record<keyof HubFigures, number>>;

/**
 * The write-ahead log may be 64 MB ahead where many write without a rest (`src/store/checkpoint.ts`), and a commit more. Its
 * file stays as large as the log was once, until a copy is taken: what grows is no figure of it, what it never passes is.
 */
const MOST_WAL_BYTES = 80_000_000;

/** Days on which the write-ahead log was longer than it may be. */
function tooLongLogs(days: readonly HubFigures[]): readonly Broken[] {
  const longest = Math.max(...days.map(({ walBytes }) => walBytes));
  return longest <= MOST_WAL_BYTES ? [] : [{ invariant: 'flat', what: `the write-ahead log came to ${longest} bytes` }];
}

/** Two halves of fewer days than these say nothing. */
export const FEWEST_DAYS = 6;

/**
 * What is not flat over the days of a hub that was not started anew: the median of the second half over that of the first,
 * and the longest write-ahead log.
 */
export function grown(days: readonly HubFigures[]): readonly Broken[] {
  if (days.length < FEWEST_DAYS) return [];
  const half = Math.floor(days.length / 2);
  const growths = (Object.keys(MOST_GROWTH) as (keyof typeof MOST_GROWTH)[]).flatMap((name) => {
    const of = (some: readonly HubFigures[]) => median(some.map((one) => one[name]));
    const growth = of(days.slice(-half)) - of(days.slice(0, half));
    if (growth <= MOST_GROWTH[name]) return [];
    return [{ invariant: 'flat', what: `${name} grew by ${growth} over ${days.length} days` }];
  });
  return [...growths, ...tooLongLogs(days)];
}
