/** An alarm that nobody has seen is heard again after this. */
const AGAIN_MS = 60_000;

/** What was heard last: the alarms that were there, and when (ms of any clock that only goes on). */
export interface Rung {
  readonly keys: ReadonlySet<string>;
  readonly atMs: number;
}

export const NOTHING_RUNG: Rung = { keys: new Set(), atMs: Number.NEGATIVE_INFINITY };

/**
 * Whether the bell rings now, for the urgent alarms that nobody has seen: at once for a new one, and again each minute
 * while one is there. Gives what was heard then; the same value when nothing rings.
 */
export function ringFor(rung: Rung, unseen: readonly string[], nowMs: number): Rung {
  if (unseen.length === 0) return rung.keys.size === 0 ? rung : { keys: new Set(), atMs: rung.atMs };
  const hasNew = unseen.some((key) => !rung.keys.has(key));
  if (!hasNew && nowMs - rung.atMs < AGAIN_MS) return rung;
  return { keys: new Set(unseen), atMs: nowMs };
}
