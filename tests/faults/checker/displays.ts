import type { Broken, Read } from './evidence.ts';

const labelOf = (series: unknown, number: unknown): string => `${String(series)}-${String(number).padStart(3, '0')}`;

/** I8: what a display shows never goes back, and once all is quiet it is what the hub has. */
export function displaysThatDiffer({ evidence, rows }: Read): readonly Broken[] {
  const displays = evidence.displays ?? [];
  if (displays.length === 0) return [];
  const held = rows('token').filter(({ state }) => state === 'called' || state === 'serving');
  const labels = new Map(held.map((row) => [row['counter_id'], labelOf(row['series'], row['number'])] as const));
  return displays.flatMap(({ name, seqs, shown }) => {
    const back = seqs.find((seq, at) => seq < (seqs[at - 1] ?? 0));
    const wrong = shown.find(({ counterId, label }) => label !== (labels.get(counterId) ?? null));
    const missing = [...labels].find(([counter]) => !shown.some(({ counterId }) => counterId === counter));
    return [
      ...(seqs.length === 0 ? [`${name} was told nothing`] : []),
      ...(missing === undefined ? [] : [`${name} does not show ${missing[1]}`]),
      ...(back === undefined ? [] : [`${name} went back to event ${back}`]),
      ...(wrong === undefined ? [] : [`${name} shows ${wrong.label ?? 'nobody'} at counter ${wrong.counterId}`]),
    ].map((what) => ({ invariant: 'I8', what }));
  });
}
