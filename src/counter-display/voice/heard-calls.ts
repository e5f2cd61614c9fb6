import type { Call } from './announcer.ts';

/** So many are kept: more than a board ever lists. */
const KEPT = 400;

/** Two hubs, one after the other, may have given one number to two calls. */
const keyOf = ({ seq, at }: Call): string => `${seq} ${at}`;

/** The calls that a board has heard of: it calls out each once. */
export function heardCalls() {
  const heard = new Set<string>();
  return {
    has: (call: Call): boolean => heard.has(keyOf(call)),
    add(call: Call): void {
      heard.add(keyOf(call));
      const [oldest = ''] = heard;
      if (heard.size > KEPT) heard.delete(oldest);
    },
    /** Forgets all but these. */
    keepOnly(calls: readonly Call[]): void {
      const kept = new Set(calls.map(keyOf));
      for (const key of heard) if (!kept.has(key)) heard.delete(key);
    },
  };
}
