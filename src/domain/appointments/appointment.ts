import type { Booking, BookingFault, BookingOutcome } from './booking.ts';
import { type Centre, findService, type Service } from '../centre.ts';
import { firstCounterStage } from '../journeys/journey.ts';
import { isOpenAt } from '../calendar/opening-hours.ts';
import { SLOT_MS } from './slots.ts';
import type { Language } from '../token.ts';

/** A booking as the hub keeps it: what it says of its citizen lies elsewhere, under `personId`. */
export interface Appointment {
  readonly id: number;
  readonly sourceId: string;
  readonly revision: number;
  readonly status: 'booked' | 'cancelled';
  readonly serviceId: string;
  /** Epoch ms. */
  readonly slotAt: number;
  readonly language: Language;
  readonly needs: readonly string[];
  readonly personId: string | null;
  /** The token that it was checked in to: one booking gives at most one. */
  readonly tokenId: number | null;
}

/** What the hub knows when a booking comes. */
export interface BookingFacts {
  readonly id: number;
  /** When the service day began: slots before it are past. */
  readonly dayBeganAt: number;
  readonly personId: string | null;
  /** The other booked slots of the same citizen. */
  readonly others: readonly Pick<Appointment, 'sourceId' | 'serviceId' | 'slotAt'>[];
}

export type Taken =
  | { readonly ok: true; readonly outcome: BookingOutcome; readonly appointment: Appointment }
  | { readonly ok: false; readonly fault: BookingFault };

const fail = (fault: BookingFault): Taken => ({ ok: false, fault });

/** How long a slot of a service keeps its citizen: a quarter-hour at least. */
const spanMs = (service: Service | undefined): number =>
  Math.max(SLOT_MS, service ? firstCounterStage(service).serviceMs : 0);

/** Whether the citizen would have to be at two counters at once. */
function overlaps(centre: Centre, { sourceId, serviceId, slotAt }: Booking, { others }: BookingFacts): boolean {
  const service = findService(centre, serviceId);
  return others.some((other) => {
    const [first, second] = other.slotAt <= slotAt ? [other.slotAt, slotAt] : [slotAt, other.slotAt];
    const holder = other.slotAt <= slotAt ? findService(centre, other.serviceId) : service;
    return other.sourceId !== sourceId && second - first < spanMs(holder);
  });
}

function faultOf(centre: Centre, booking: Booking, facts: BookingFacts): BookingFault | undefined {
  if (!findService(centre, booking.serviceId)) return 'unknownService';
  if (booking.needs.some((need) => !centre.classes.some((one) => one.id === need))) return 'unknownClass';
  if (booking.slotAt < facts.dayBeganAt) return 'slotPast';
  if (!isOpenAt(centre, booking.slotAt)) return 'slotClosed';
  return overlaps(centre, booking, facts) ? 'overlaps' : undefined;
}

function outcomeOf(known: Appointment | undefined, next: Booking): BookingOutcome {
  if (next.status === 'cancelled') return 'cancelled';
  if (!known || known.status === 'cancelled') return 'created';
  return known.slotAt === next.slotAt && known.serviceId === next.serviceId ? 'changed' : 'moved';
}

/**
 * Takes what the app side says of a booking, wholly or not at all. A revision that is known, or older, is the same;
 * a cancellation is kept even of a booking that never came, so that its creation may come late; what was checked in
 * can no longer be moved or cancelled.
 */
export function takeBooking(
  centre: Centre,
  known: Appointment | undefined,
  booking: Booking,
  facts: BookingFacts,
): Taken {
  if (known && booking.revision <= known.revision) return { ok: true, outcome: 'same', appointment: known };
  if (known && known.tokenId !== null) return fail('alreadyCheckedIn');
  const fault = booking.status === 'booked' ? faultOf(centre, booking, facts) : undefined;
  return fault
    ? fail(fault)
    : { ok: true, outcome: outcomeOf(known, booking), appointment: kept(known, booking, facts) };
}

/** A booking as it is kept from now on; a cancelled one keeps whose it was. */
function kept(known: Appointment | undefined, booking: Booking, facts: BookingFacts): Appointment {
  const { sourceId, revision, status, serviceId, slotAt, language, needs } = booking;
  const personId = status === 'booked' ? facts.personId : (known?.personId ?? null);
  const id = known?.id ?? facts.id;
  return { id, sourceId, revision, status, serviceId, slotAt, language, needs, personId, tokenId: null };
}
