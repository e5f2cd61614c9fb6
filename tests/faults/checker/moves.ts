import type { Broken, Read, TokenPatch } from './evidence.ts';

const LEGAL: Readonly<Record<string, readonly string[]>> = {
  '-': ['waiting'],
  waiting: ['waiting', 'called', 'parked', 'left', 'carriedOver'],
  called: ['called', 'serving', 'waiting', 'parked', 'noShow', 'left', 'done'],
  serving: ['serving', 'done', 'waiting', 'parked'],
  parked: ['parked', 'called', 'waiting', 'left', 'carriedOver'],
  noShow: ['waiting', 'called', 'noShow'],
  done: ['waiting', 'done'],
  carriedOver: ['carriedOver', 'waiting', 'left'],
  left: ['left'],
};

/** Only an undo brings back somebody who has walked on to a next queue, or whose visit was over. */
const isLegal = (kind: string, from: string, to: string): boolean =>
  LEGAL[from]?.includes(to) === true ||
  (kind === 'undo' && (from === 'waiting' || from === 'done') && (to === 'serving' || to === 'called'));

/** I4: a token moves as the rules have it. */
export function movesThatAreNone({ events, changes }: Read): readonly Broken[] {
  const states = new Map<number, string>();
  return changes.flatMap(({ tokens = [] }, at) => {
    const { seq = 0, kind = '' } = events[at] ?? {};
    return tokens.flatMap(({ id, state }): readonly Broken[] => {
      const from = states.get(id) ?? '-';
      const to = state ?? from;
      states.set(id, to);
      return isLegal(kind, from, to)
        ? []
        : [{ invariant: 'I4', what: `event ${seq}: token ${id} went from ${from} to ${to}` }];
    });
  });
}

const isOpen = ({ state }: Partial<TokenPatch>): boolean => state === 'called' || state === 'serving';

/** I5: a token is open at one counter at most, and a counter holds one open token. */
export function countersThatHoldTwo({ events, changes }: Read): readonly Broken[] {
  const tokens = new Map<number, TokenPatch>();
  const heldAt = new Map<number, number>();
  const broken: Broken[] = [];
  const holdAt = (counter: number, id: number, seq: number | undefined): void => {
    const held = heldAt.get(counter) ?? id;
    if (held !== id) broken.push({ invariant: 'I5', what: `event ${seq}: counter ${counter} holds two open tokens` });
    heldAt.set(counter, id);
  };
  changes.forEach(({ tokens: patches = [] }, at) => {
    for (const patch of patches) {
      const before = tokens.get(patch.id);
      const after = { ...before, ...patch };
      tokens.set(patch.id, after);
      if (before?.counterId && heldAt.get(before.counterId) === patch.id) heldAt.delete(before.counterId);
      if (isOpen(after)) holdAt(after.counterId ?? 0, patch.id, events[at]?.seq);
    }
  });
  return broken;
}
