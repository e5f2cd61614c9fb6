import type { Call } from './announcer.ts';

/** So many are kept: more than a board ever lists. */
const KEPT = 400;

/** Two hubs, one after the other, may have given one number to two calls. */
const keyOf = ({ seq, at }: Call): string => `${seq} ${at}`;

/** The calls that a board knows of: it calls out each once. */
export function knownCalls() {
  const known = new Set<string>();
  return {
    has: (call: Call): boolean => known.has(keyOf(call)),
    add(call: Call): void {
      known.add(keyOf(call));
      const [oldest = ''] = known;
      if (known.size > KEPT) known.delete(oldest);
    },
  };
}
