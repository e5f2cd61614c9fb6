import { ABSENCE_BIN_MS } from './forecast-hall.ts';
import { type Law, lawFrom } from './law.ts';

/** One call: how long the citizen had waited, and for how long the counter was kept when nobody came (else null). */
export interface CallSeen {
  readonly waitedMs: number;
  readonly absentMs: number | null;
}

const BINS = 90;
/** Calls that the trend over all waits counts for, in each bin. */
const TREND_COUNTS = 200;
/** The trend leans on "no trend" as if so many calls had shown none, each this far from the mean wait. */
const LEVEL_COUNTS = 60;
const LEVEL_MS = 1_800_000;
const MOST_SHARE = 0.95;
/** Before anything is seen: nobody is absent, and one who is keeps the counter for two minutes. */
const UNSEEN_MS = 120_000;

/** The straight line through all calls: the share absent after a wait of so many bins. */
function trendOf(calls: readonly CallSeen[]): (bin: number) => number {
  const count = Math.max(1, calls.length);
  const placeOf = ({ waitedMs }: CallSeen) => Math.min(BINS, waitedMs / ABSENCE_BIN_MS);
  const missed = calls.filter((one) => one.absentMs !== null);
  const share = missed.length / count;
  const middle = calls.reduce((sum, one) => sum + placeOf(one), 0) / count;
  const spread = calls.reduce((sum, one) => sum + (placeOf(one) - middle) ** 2, 0);
  const slope =
    missed.reduce((sum, one) => sum + placeOf(one) - middle, 0) /
    (spread + LEVEL_COUNTS * (LEVEL_MS / ABSENCE_BIN_MS) ** 2);
  return (bin) => Math.min(MOST_SHARE, Math.max(0, share + slope * (bin + 0.5 - middle)));
}

/** Learns who is not there when called, by how long they had waited: `absence` and `absenceLaw` of a `ForecastHall`. */
export function learnAbsence(calls: readonly CallSeen[]): { readonly absence: readonly number[]; readonly law: Law } {
  const seen = new Float64Array(BINS);
  const absent = new Float64Array(BINS);
  for (const { waitedMs, absentMs } of calls) {
    const bin = Math.min(BINS - 1, Math.floor(waitedMs / ABSENCE_BIN_MS));
    seen[bin] = (seen[bin] ?? 0) + 1;
    if (absentMs !== null) absent[bin] = (absent[bin] ?? 0) + 1;
  }
  const trend = trendOf(calls);
  const missed = calls.flatMap(({ absentMs }) => (absentMs === null ? [] : [{ value: absentMs, weight: 1 }]));
  return {
    absence: Array.from(
      seen,
      (count, bin) => ((absent[bin] ?? 0) + trend(bin) * TREND_COUNTS) / (count + TREND_COUNTS),
    ),
    law: lawFrom(missed.length === 0 ? [{ value: UNSEEN_MS, weight: 1 }] : missed),
  };
}
