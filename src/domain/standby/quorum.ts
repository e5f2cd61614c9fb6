/** A hub may acknowledge while most of the screens in service have heard it within so long (ms). */
export const HEARD_MS = 5_000;
/** A screen counts from so long after it was heard first: longer than the hub before may still have counted it. */
export const JOINED_MS = 6_000;
/** A screen has lost its hub when it has heard nothing for so long; a standby may take over from then on. */
export const LOST_MS = 15_000;
/** A screen that is silent for so long is in service no longer, while most of the others are heard. */
export const OUT_MS = 5 * 60_000;

/**
 * When a hub was heard by a screen: by the moments (ms of the hub's own monotonic clock) at which it sent the first and the
 * last pulse that the screen has answered. Not when the answer came: it may have been long on its way.
 */
export interface Heard {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** More than half; of no screens at all there is nobody to ask. */
export const isMost = (members: readonly number[], isCounted: (id: number) => boolean): boolean =>
  members.length === 0 || members.filter(isCounted).length * 2 > members.length;

/**
 * Whether a hub may acknowledge: most of the screens of each set have heard it just now, and have been with it longer than
 * any other hub may still count them. The sets are those between the last one that its standby is known to have and the
 * newest: whichever of them the standby goes by, it finds no majority while this one has it.
 */
export function mayAcknowledge(
  sets: readonly (readonly number[])[],
  heard: ReadonlyMap<number, Heard>,
  nowMs: number,
): boolean {
  const isCounted = (id: number): boolean => {
    const one = heard.get(id);
    return one !== undefined && nowMs - one.lastMs <= HEARD_MS && nowMs - one.firstMs >= JOINED_MS;
  };
  return sets.every((members) => isMost(members, isCounted));
}

/** What a hub knows of its screens: how those are heard whose link holds, and when each was heard last. */
export interface Hearing {
  readonly heard: ReadonlyMap<number, Heard>;
  readonly lastMs: ReadonlyMap<number, number>;
  /** Since when the hub listens (ms). */
  readonly sinceMs: number;
}

/** The screens in service from now on: those that are heard, and those that were in service and may only be slow. */
export function nextInService(
  members: readonly number[],
  { heard, lastMs, sinceMs }: Hearing,
  nowMs: number,
): readonly number[] {
  const staying = members.filter((id) => nowMs - (lastMs.get(id) ?? sinceMs) < OUT_MS);
  const coming = [...heard].filter(([id, one]) => !members.includes(id) && nowMs - one.lastMs <= HEARD_MS);
  return [...staying, ...coming.map(([id]) => id)].toSorted((a, b) => a - b);
}

/** What a screen that cannot reach the hub says to its standby: how long it has heard nothing, and when that was said. */
export interface Vote {
  readonly lostMs: number;
  readonly atMs: number;
}

/**
 * A vote that is older than this counts no more. It only keeps a standby from beginning in vain: what keeps two hubs from
 * acknowledging is `mayAcknowledge`. A screen that knocks at a dead hub in between comes by every few seconds.
 */
export const VOTE_MS = 15_000;

/** Whether a standby may take over by itself: it and most of the screens in service have heard nothing for long enough. */
export function mayTakeOver(
  members: readonly number[],
  votes: ReadonlyMap<number, Vote>,
  silentMs: number,
  nowMs: number,
): boolean {
  const hasLost = (id: number): boolean => {
    const vote = votes.get(id);
    return vote !== undefined && nowMs - vote.atMs <= VOTE_MS && vote.lostMs >= LOST_MS;
  };
  return members.length > 0 && silentMs >= LOST_MS && isMost(members, hasLost);
}
