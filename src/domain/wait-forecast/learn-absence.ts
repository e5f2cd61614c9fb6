import { ABSENCE_BIN_MS } from './forecast-hall.ts';
import { type Law, lawFrom } from './law.ts';

/** One call: how long the citizen had waited, and for how long the counter was kept when nobody came (else null). */
export interface CallSeen {
  readonly waitedMs: number;
  readonly absentMs: number | null;
}

const BINS = 18;
/** Calls that the share over all waits counts for, in each bin. */
const OVERALL_COUNTS = 60;
/** Before anything is seen: nobody is absent, and one who is keeps the counter for two minutes. */
const UNSEEN_MS = 120_000;

/** Learns who is not there when called, by how long they had waited: `absence` and `absenceLaw` of a `ForecastHall`. */
export function learnAbsence(calls: readonly CallSeen[]): { readonly absence: readonly number[]; readonly law: Law } {
  const seen = new Float64Array(BINS);
  const absent = new Float64Array(BINS);
  for (const { waitedMs, absentMs } of calls) {
    const bin = Math.min(BINS - 1, Math.floor(waitedMs / ABSENCE_BIN_MS));
    seen[bin] = (seen[bin] ?? 0) + 1;
    if (absentMs !== null) absent[bin] = (absent[bin] ?? 0) + 1;
  }
  const missed = calls.flatMap(({ absentMs }) => (absentMs === null ? [] : [{ value: absentMs, weight: 1 }]));
  const overall = missed.length / Math.max(1, calls.length);
  return {
    absence: Array.from(
      seen,
      (count, bin) => ((absent[bin] ?? 0) + overall * OVERALL_COUNTS) / (count + OVERALL_COUNTS),
    ),
    law: lawFrom(missed.length === 0 ? [{ value: UNSEEN_MS, weight: 1 }] : missed),
  };
}
