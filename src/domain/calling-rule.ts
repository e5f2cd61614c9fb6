/** The citizen who stands first in a line; only heads are compared. */
export interface LineHead {
  readonly tokenId: number;
  /** The line's service and stage, as counters list them. */
  readonly queueId: string;
  readonly boundCounterId: number | null;
  readonly waitingSince: number;
  readonly targetMs: number;
}

/**
 * Urgency grows no further than this. Without an end, short promises that come faster than the counters work would go
 * before a long one for ever; with it, whoever waited four promises is passed only by those who wait longer still.
 */
export const MOST_URGENCY = 4;

/** How much of the promised wait is used up: 0 at the start, 1 when the promise is due. Times in queue-clock ms. */
export const urgencyOf = (
  head: { readonly waitingSince: number; readonly targetMs: number },
  queueAt: number,
): number => Math.min((queueAt - head.waitingSince) / head.targetMs, MOST_URGENCY);

/** Level of a head at a counter: what is bound to the counter is of the top level; undefined when it does not serve it. */
export function levelOf(levels: readonly (readonly string[])[], head: LineHead): number | undefined {
  if (head.boundCounterId !== null) return 0;
  const level = levels.findIndex((queues) => queues.includes(head.queueId));
  return level === -1 ? undefined : level;
}

/** Whether its slot is still to come: it does not count as waiting yet. */
const isBeforeSlot = (head: Pick<LineHead, 'waitingSince'>, queueAt: number): boolean => head.waitingSince > queueAt;

/**
 * Order in which a counter asks: 0 for its top level and for all whose promise is due, then its lower levels, last
 * (`levels.length`) those whose slot is still to come; undefined when it does not serve the head.
 */
export function rankOf(levels: readonly (readonly string[])[], head: LineHead, queueAt: number): number | undefined {
  const level = levelOf(levels, head);
  if (level === undefined) return undefined;
  if (isBeforeSlot(head, queueAt)) return levels.length;
  return urgencyOf(head, queueAt) >= 1 ? 0 : level;
}

/** Order of calling between two heads: higher urgency, then longer wait, then lower id; before its slot the nearest slot. */
export function compareHeads(a: LineHead, b: LineHead, queueAt: number): number {
  const byWait = a.waitingSince - b.waitingSince || a.tokenId - b.tokenId;
  if (isBeforeSlot(a, queueAt) || isBeforeSlot(b, queueAt)) return byWait;
  return urgencyOf(b, queueAt) - urgencyOf(a, queueAt) || byWait;
}

/**
 * Whom a counter calls next: the citizen whose wait is the largest part of what was promised. Heads of the top level
 * and all whose promise is due compete together; lower levels are asked only when there are none of those, and an
 * appointment before its slot only when nobody else is there.
 * The accumulating-priority discipline: L. Kleinrock, "A delay dependent queue discipline" (1964); D. Stanford,
 * P. Taylor, I. Ziedins, "Waiting time distributions in the accumulating priority queue" (2014).
 */
export function pickNext(
  heads: readonly LineHead[],
  levels: readonly (readonly string[])[],
  queueAt: number,
): LineHead | undefined {
  const served = heads.flatMap((head) => {
    const rank = rankOf(levels, head, queueAt);
    return rank === undefined ? [] : [{ head, rank }];
  });
  const best = Math.min(...served.map((one) => one.rank));
  return served
    .filter((one) => one.rank === best)
    .map((one) => one.head)
    .toSorted((a, b) => compareHeads(a, b, queueAt))[0];
}
