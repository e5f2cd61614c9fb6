/** How many numbers a kiosk may give while its hub is away, and for how long (ms) since the hub last said so. */
export const LEASE_NUMBERS = 200;
export const LEASE_MS = 12 * 3_600_000;

/**
 * The right of one kiosk's machine to give numbers of its own series on one service day while its hub is away. Blocks of
 * one kiosk and day never overlap. Times in epoch ms of the hub.
 */
export interface Lease {
  /** Random, so that a store that was put back never takes one lease for another. */
  readonly id: string;
  readonly deviceId: number;
  readonly kioskId: number;
  readonly serviceDay: string;
  /** The first and the last number of its block. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  /** Grows each time that it is given anew, and the newest that its machine has shown the hub. */
  readonly turn: number;
  readonly shownTurn: number;
  /** The letter that every series carries on a day on which the store was put back; empty on every other day. */
  readonly mark: string;
  readonly grantedAt: number;
  readonly untilAt: number;
}

/** What a kiosk says of the lease that it has, and of the last number that it gave by it (below its first: none). */
export interface HeldLease {
  readonly leaseId: string;
  readonly turn: number;
  readonly usedTo: number;
}

/** Who asks for a lease, and on which day. */
export interface LeaseAsker extends Pick<Lease, 'deviceId' | 'kioskId' | 'serviceDay' | 'mark'> {
  readonly at: number;
  /** A random id, and the last number that any lease of that kiosk and day holds. */
  readonly newId: string;
  readonly lastGiven: number;
}

/**
 * Whether a machine that shows a turn is the one that the lease was given to. One that was put back from an image shows an
 * older turn than it has shown before: what it gives may have been given already.
 */
export const isTurnOf = ({ turn, shownTurn }: Lease, shown: number): boolean => shown >= shownTurn && shown <= turn;

const isSame = (known: Lease, { deviceId, kioskId, serviceDay, mark }: LeaseAsker): boolean =>
  known.deviceId === deviceId && known.kioskId === kioskId && known.serviceDay === serviceDay && known.mark === mark;

/**
 * Gives a kiosk its lease: the one that it holds once more, with a full block above what it has used, or a fresh one above
 * every other of that kiosk and day where it holds none, another's, an older day's, or an older turn than it has shown.
 */
export function grantLease(known: Lease | undefined, held: HeldLease | null, asker: LeaseAsker): Lease {
  const { at, newId, lastGiven, ...whose } = asker;
  const time = { grantedAt: at, untilAt: at + LEASE_MS };
  if (known && held?.leaseId === known.id && isSame(known, asker) && isTurnOf(known, held.turn)) {
    const usedTo = Math.min(Math.max(held.usedTo, known.firstNumber - 1), known.lastNumber);
    // It only grows while it is the last block of its kiosk: else it would grow into another.
    const lastNumber =
      known.lastNumber === lastGiven ? Math.max(known.lastNumber, usedTo + LEASE_NUMBERS) : known.lastNumber;
    return { ...known, ...time, lastNumber, turn: known.turn + 1, shownTurn: held.turn };
  }
  return {
    id: newId,
    ...whose,
    firstNumber: lastGiven + 1,
    lastNumber: lastGiven + LEASE_NUMBERS,
    turn: 1,
    shownTurn: 0,
    ...time,
  };
}

/** The next number of a lease: above what was used, and none that a live token of an earlier day holds. */
export function nextNumber(
  { firstNumber, lastNumber }: Pick<Lease, 'firstNumber' | 'lastNumber'>,
  usedTo: number,
  skip: readonly number[],
): number | undefined {
  let number = Math.max(firstNumber - 1, usedTo) + 1;
  while (skip.includes(number)) number += 1;
  return number <= lastNumber ? number : undefined;
}
