import type { CivilDate } from '../calendar/civil-date.ts';
import { type Calendar, openSpansOn } from '../calendar/opening-hours.ts';

/** How long a slot is: a quarter-hour. */
export const SLOT_MS = 900_000;

/**
 * The share of the counters' time that may be promised to appointments where nothing else is set: up to a fifth, the
 * study in `docs/calling-rule.md` finds that walk-ins lose little by it.
 */
export const DEFAULT_BOOKABLE_SHARE = 0.2;

/** Counters of one profile, and the services of its top level with the time that one citizen takes. */
export interface CounterPool {
  readonly counters: number;
  readonly services: readonly { readonly serviceId: string; readonly serviceMs: number }[];
}

/** How many appointments of a service may be given for the quarter-hour that begins at `slotAt` (epoch ms). */
export interface Slot {
  readonly serviceId: string;
  readonly slotAt: number;
  readonly capacity: number;
}

/** How many appointments of a service stand for one slot. */
export interface BookedSlot {
  readonly serviceId: string;
  readonly slotAt: number;
  readonly booked: number;
}

/** What one pool can take of one service. */
interface Offer {
  readonly serviceId: string;
  readonly serviceMs: number;
  /** Appointments in each ms of opening. */
  readonly rate: number;
}

/** The beginning of the quarter-hour in which an instant lies. Every zone of today is whole quarter-hours off UTC. */
export const slotFloor = (at: number): number => Math.floor(at / SLOT_MS) * SLOT_MS;

/** Whether a quarter-hour begins at that instant. */
export const isQuarterHour = (at: number): boolean => slotFloor(at) === at;

/** A pool's bookable time, in equal parts for its services. */
const offersOf = ({ counters, services }: CounterPool, bookableShare: number): readonly Offer[] =>
  services.map(({ serviceId, serviceMs }) => ({
    serviceId,
    serviceMs,
    rate: (counters * bookableShare) / services.length / serviceMs,
  }));

/** The whole quarter-hours of a day's opening, and the last one before a closing, each with what is left until then. */
const quarterHoursOn = (calendar: Calendar, date: CivilDate): readonly { slotAt: number; leftMs: number }[] =>
  openSpansOn(calendar, date).flatMap(([openAt, closeAt]) => {
    const firstAt = slotFloor(openAt + SLOT_MS - 1);
    return Array.from({ length: Math.max(0, Math.ceil((closeAt - firstAt) / SLOT_MS)) }, (_, place) => {
      const slotAt = firstAt + place * SLOT_MS;
      return { slotAt, leftMs: closeAt - slotAt };
    });
  });

/**
 * The slots of a day that take at least one appointment, in order of time. What is less than one appointment is carried
 * to the service's next quarter-hour, so at no time of the day more are given than the bookable time holds. A
 * quarter-hour that is too short before a closing for a service takes none of it, and its time is not carried.
 */
export function slotsOfDay(
  calendar: Calendar,
  date: CivilDate,
  pools: readonly CounterPool[],
  bookableShare: number = DEFAULT_BOOKABLE_SHARE,
): readonly Slot[] {
  const offers = pools.flatMap((pool) => offersOf(pool, bookableShare));
  const carried = new Map<string, number>(offers.map(({ serviceId }) => [serviceId, 0]));
  const slots: Slot[] = [];
  for (const { slotAt, leftMs } of quarterHoursOn(calendar, date)) {
    for (const { serviceId, serviceMs, rate } of offers) {
      if (serviceMs > leftMs) continue;
      carried.set(serviceId, (carried.get(serviceId) ?? 0) + rate * Math.min(SLOT_MS, leftMs));
    }
    for (const [serviceId, most] of carried) {
      const capacity = Math.floor(most + 1e-9); // Five times 0.4 are two, also in binary.
      carried.set(serviceId, most - capacity);
      if (capacity > 0) slots.push({ serviceId, slotAt, capacity });
    }
  }
  return slots;
}

/** The booked slots that hold more appointments than they take; a slot that is in no list takes none. */
export function overbooked(slots: readonly Slot[], booked: readonly BookedSlot[]): readonly (Slot & BookedSlot)[] {
  const keyOf = ({ serviceId, slotAt }: Omit<Slot, 'capacity'>): string => `${slotAt} ${serviceId}`;
  const capacities = new Map(slots.map((slot) => [keyOf(slot), slot.capacity]));
  return booked
    .map((slot) => ({ ...slot, capacity: capacities.get(keyOf(slot)) ?? 0 }))
    .filter((slot) => slot.booked > slot.capacity);
}
