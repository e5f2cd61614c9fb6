const HOUR_MS = 3_600_000;

/** How many snapshots are kept: the newest of each of the last so many hours, days and weeks that have one. */
export const KEPT_SNAPSHOTS = [
  { everyMs: HOUR_MS, count: 24 },
  { everyMs: 24 * HOUR_MS, count: 14 },
  { everyMs: 7 * 24 * HOUR_MS, count: 8 },
] as const;

type Kept = readonly { readonly everyMs: number; readonly count: number }[];

/** Those of the snapshots (epoch ms at which each was taken) that are kept no longer. The newest always stays. */
export function snapshotsToDrop<T extends { readonly at: number }>(
  snapshots: readonly T[],
  kept: Kept = KEPT_SNAPSHOTS,
): readonly T[] {
  const newestFirst = snapshots.toSorted((a, b) => b.at - a.at);
  const staying = new Set(newestFirst.slice(0, 1));
  for (const { everyMs, count } of kept) {
    const newestOf = new Map<number, T>();
    for (const one of newestFirst) {
      const span = Math.floor(one.at / everyMs);
      if (!newestOf.has(span)) newestOf.set(span, one);
    }
    for (const one of [...newestOf.values()].slice(0, count)) staying.add(one);
  }
  return snapshots.filter((one) => !staying.has(one));
}
