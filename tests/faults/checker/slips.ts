import type { Broken, Read } from './evidence.ts';

const KNOWN: ReadonlySet<unknown> = new Set(['confirmed', 'notSent', 'uncertain']);

/** I11: what became of each slip is known once the hub has ended, and no token has two that are no copies. */
export function slipsUnknown({ rows }: Read, isEnded: boolean): readonly Broken[] {
  const slips = rows('slip');
  const open = isEnded ? slips.filter(({ outcome }) => !KNOWN.has(outcome)) : [];
  const originals = slips.filter(({ kind, copy_of: copyOf }) => kind === 'token' && copyOf === null);
  const doubled = [...Map.groupBy(originals, (slip) => slip['token_id'])].filter(([, all]) => all.length > 1);
  return [
    ...open.map(({ id }) => ({ invariant: 'I11', what: `nobody knows of slip ${String(id)}` })),
    ...doubled.map(([id]) => ({ invariant: 'I11', what: `token ${String(id)} has two slips that are no copies` })),
  ];
}
