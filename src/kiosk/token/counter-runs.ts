/** Counters as people are told them: `4`, `26–28`, `1–5, 11`. */
export function counterRuns(counters: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const id of counters.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && id <= last.to + 1) last.to = id;
    else runs.push({ from: id, to: id });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
