import type { Random } from '../../src/domain/random.ts';
import { quantileOf } from '../../src/domain/wait-forecast/law.ts';
import { type Shape, unitLaw } from './shapes.ts';
import {
  ABSENT_MS,
  arrivalRate,
  BOOKED,
  type Desk,
  DESKS,
  drawSpans,
  ELDER,
  HOUR,
  OPEN_MS,
  SLOT_MS,
  WORKS,
  type Work,
} from './world.ts';

export const KINDS = ['walkIn', 'elder', 'booked'] as const;
export type Kind = (typeof KINDS)[number];

export type Luck = readonly [absent: number, length: number];

/** A citizen of a simulated day; all chance about them is drawn before the day is played. */
export interface Citizen {
  readonly id: number;
  readonly kind: Kind;
  readonly work: string;
  readonly comesAt: number;
  readonly slotAt: number | null;
  /** Shares that decide what a call comes to, at the first stage and at the next. */
  readonly luck: Luck;
  readonly nextLuck: Luck;
  /** Goes on to a next stage when this is below the service's share. */
  readonly goesOn: number;
}

export interface Booking {
  readonly work: string;
  readonly slotAt: number;
}

export interface Day {
  readonly citizens: readonly Citizen[];
  /** Every appointment of the day, by slot, whether its citizen comes or not. */
  readonly bookings: readonly Booking[];
  readonly spans: readonly Desk['spans'][];
}

export const targetMs = (work: Work, kind: Kind): number =>
  kind === 'booked' ? BOOKED.targetMs : work.targetMs * (kind === 'elder' ? ELDER.targetShare : 1);

/** How long a work takes at a time of the day, at a share of luck. */
export function serviceMs(shape: Shape, work: Work, at: number, share: number): number {
  const stretch = work.stretch[Math.min(work.stretch.length - 1, Math.floor(at / HOUR))] ?? 1;
  return quantileOf(unitLaw(shape), share) * work.meanMs * stretch;
}

export const absentMs = (share: number): number => ABSENT_MS.from + share * (ABSENT_MS.to - ABSENT_MS.from);

const drawLuck = (random: Random): Pick<Citizen, 'luck' | 'nextLuck' | 'goesOn'> => ({
  luck: [random.next(), random.next()],
  nextLuck: [random.next(), random.next()],
  goesOn: random.next(),
});

function drawWalkIns(random: Random): Omit<Citizen, 'id'>[] {
  const walkIns: Omit<Citizen, 'id'>[] = [];
  const most = Math.max(...Array.from({ length: 9 }, (_, hour) => arrivalRate(hour * HOUR)));
  for (let at = 0; ;) {
    at -= Math.log(1 - random.next()) / most;
    if (at >= OPEN_MS) return walkIns;
    if (!random.chance(arrivalRate(at) / most)) continue;
    const work = random.pick(WORKS, (one) => one.share).id;
    const kind = random.chance(ELDER.share) ? 'elder' : 'walkIn';
    walkIns.push({ kind, work, comesAt: at, slotAt: null, ...drawLuck(random) });
  }
}

function drawBookings(random: Random): Booking[] {
  const slots = Array.from({ length: (OPEN_MS - HOUR) / SLOT_MS }, (_, i) => SLOT_MS + i * SLOT_MS);
  return slots.flatMap((slotAt) =>
    Array.from({ length: BOOKED.perSlot }, () => ({ work: random.pick(WORKS, (one) => one.share).id, slotAt })),
  );
}

/** Draws a day of the centre. */
export function drawDay(random: Random): Day {
  const bookings = drawBookings(random);
  const booked = bookings
    .filter(() => random.chance(BOOKED.comeShare))
    .map(({ work, slotAt }) => ({
      kind: 'booked' as const,
      work,
      slotAt,
      comesAt: Math.max(0, slotAt + BOOKED.earliestMs + random.next() * BOOKED.spanMs),
      ...drawLuck(random),
    }));
  const citizens = [...drawWalkIns(random), ...booked].toSorted((a, b) => a.comesAt - b.comesAt);
  return {
    citizens: citizens.map((one, id) => ({ id, ...one })),
    bookings,
    spans: DESKS.map((desk) => drawSpans(desk, random)),
  };
}
