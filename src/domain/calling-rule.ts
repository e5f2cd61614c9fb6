/** The citizen who stands first in a line; only heads are compared. */
export interface LineHead {
  readonly tokenId: number;
  readonly serviceId: string;
  readonly boundCounterId: number | null;
  readonly waitingSince: number;
  readonly targetMs: number;
}

/** How much of the promised wait is used up: 0 at the start, 1 when the promise is due. Times in queue-clock ms. */
export const urgencyOf = (
  head: { readonly waitingSince: number; readonly targetMs: number },
  queueAt: number,
): number => (queueAt - head.waitingSince) / head.targetMs;

/** Level of a head at a counter: what is bound to the counter is of the top level; undefined when it does not serve it. */
export function levelOf(levels: readonly (readonly string[])[], head: LineHead): number | undefined {
  if (head.boundCounterId !== null) return 0;
  const level = levels.findIndex((services) => services.includes(head.serviceId));
  return level === -1 ? undefined : level;
}

/** Order of calling between two heads: higher urgency first, then longer wait, then lower id. */
export function compareHeads(a: LineHead, b: LineHead, queueAt: number): number {
  return urgencyOf(b, queueAt) - urgencyOf(a, queueAt) || a.waitingSince - b.waitingSince || a.tokenId - b.tokenId;
}

/**
 * Whom a counter calls next: the citizen whose wait is the largest part of what was promised. Heads of the top level
 * and all whose promise is due compete together; lower levels are asked only when there are none of those.
 * The accumulating-priority discipline: L. Kleinrock, "A delay dependent queue discipline" (1964); D. Stanford,
 * P. Taylor, I. Ziedins, "Waiting time distributions in the accumulating priority queue" (2014).
 */
export function pickNext(
  heads: readonly LineHead[],
  levels: readonly (readonly string[])[],
  queueAt: number,
): LineHead | undefined {
  const served = heads.flatMap((head) => {
    const level = levelOf(levels, head);
    return level === undefined ? [] : [{ head, level: urgencyOf(head, queueAt) >= 1 ? 0 : level }];
  });
  const best = Math.min(...served.map((one) => one.level));
  return served
    .filter((one) => one.level === best)
    .map((one) => one.head)
    .toSorted((a, b) => compareHeads(a, b, queueAt))[0];
}
