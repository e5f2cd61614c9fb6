/** Neighbouring counters as one run from its first to its last. */
export interface CounterRun {
  readonly from: number;
  readonly to: number;
}

/** Counters as people list them: runs of neighbours, in order. `1, 2, 3, 7` are `1–3` and `7`. */
export function counterRunsOf(counters: readonly number[]): readonly CounterRun[] {
  const runs: { readonly from: number; to: number }[] = [];
  for (const id of counters.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.to === id - 1) last.to = id;
    else runs.push({ from: id, to: id });
  }
  return runs;
}

/** The same as text in Latin digits: `4`, `26–28`, `1–5, 11–15`. */
export const counterRunsText = (counters: readonly number[]): string =>
  counterRunsOf(counters)
    .map(({ from, to }) => (from === to ? from : `${from}–${to}`))
    .join(', ');
