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
 * while one is there. What was seen or is over is forgotten, so that it rings when it comes again.
 */
export function ringFor(rung: Rung, unseen: readonly string[], nowMs: number): { rings: boolean; rung: Rung } {
  const hasNew = unseen.some((key) => !rung.keys.has(key));
  const rings = hasNew || (unseen.length > 0 && nowMs - rung.atMs >= AGAIN_MS);
  return { rings, rung: { keys: new Set(unseen), atMs: rings ? nowMs : rung.atMs } };
}
