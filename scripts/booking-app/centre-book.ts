import { readBookingCode } from '../../src/domain/appointments/booking-code.ts';
import type { Centre } from '../../src/domain/centre.ts';
import { readCnic } from '../../src/domain/person/cnic.ts';
import { readPersonName } from '../../src/domain/person/person-name.ts';
import { readPhone } from '../../src/domain/person/phone.ts';
import type { Language } from '../../src/domain/token.ts';
import type { WireBooking } from '../../src/protocol/booking-schema.ts';
import { bookingCode } from './booking-code.ts';
import { changeList } from './changes.ts';
import type { Refusal } from './refusals.ts';
import { slotCapacity } from './slot-capacity.ts';

/** What a citizen fills in. */
export interface Wish {
  readonly name: string;
  readonly cnic: string;
  readonly phone: string;
  readonly serviceId: string;
  readonly slotAt: number;
  readonly language: Language;
  readonly needs: readonly string[];
}

export interface BookRules {
  readonly nowAt: () => number;
  /** Numbers in [0, 1). */
  readonly chance: () => number;
  /** Names this run of the app in its cursors. */
  readonly run: string;
  readonly onChange: (booking: WireBooking) => void;
}

const slotOf = (booking: WireBooking): number => Date.parse(booking.slotAt);

/** The bookings of one centre, as its citizens make them. */
export function centreBook(centre: Centre, { nowAt, chance, run, onChange }: BookRules) {
  const bookings = new Map<string, WireBooking>();
  const booked = new Map<string, number>();
  const changes = changeList(run);
  const countKey = (serviceId: string, slotAt: number): string => `${serviceId} ${slotAt}`;
  const capacity = slotCapacity((serviceId, slotAt) => booked.get(countKey(serviceId, slotAt)) ?? 0);

  function count(booking: WireBooking | undefined, by: number): void {
    if (booking?.status !== 'booked') return;
    const key = countKey(booking.serviceId, slotOf(booking));
    booked.set(key, (booked.get(key) ?? 0) + by);
  }

  function keep(booking: WireBooking): WireBooking {
    count(bookings.get(booking.sourceId), -1);
    count(booking, 1);
    bookings.set(booking.sourceId, booking);
    changes.add(booking);
    onChange(booking);
    return booking;
  }

  /** Grows with time too, so that a run of the app goes on where the last one stopped. */
  const revised = (booking: WireBooking, change: Partial<WireBooking>): WireBooking =>
    keep({ ...booking, ...change, revision: Math.max(booking.revision + 1, Math.floor(nowAt())) });

  function slotFault(serviceId: string, slotAt: number): Refusal | null {
    const free = capacity.freeAt(serviceId, slotAt);
    if (free === null) return 'noCapacity';
    if (slotAt <= nowAt()) return 'slotPast';
    return free === 0 ? 'slotFull' : null;
  }

  const holds = (cnic: string, slotAt: number): boolean =>
    [...bookings.values()].some(
      (one) => one.status === 'booked' && slotOf(one) === slotAt && readCnic(one.cnic) === cnic,
    );

  function freshCode(): string {
    const code = bookingCode(centre.id, chance);
    return bookings.has(code) ? freshCode() : code;
  }

  const find = (code: string): WireBooking | undefined => bookings.get(readBookingCode(code) ?? '');

  return {
    centre,
    changes,
    capacity,
    find,
    /** Takes bookings as they are: the app's own of another day. */
    add: (list: readonly WireBooking[]): void => list.forEach(keep),
    book(wish: Wish): WireBooking | Refusal {
      const [name, cnic, phone] = [readPersonName(wish.name), readCnic(wish.cnic), readPhone(wish.phone)];
      if (!centre.services.some(({ id }) => id === wish.serviceId)) return 'unknownService';
      if (name === undefined) return 'badName';
      if (cnic === undefined) return 'badCnic';
      if (phone === undefined) return 'badPhone';
      const fault = slotFault(wish.serviceId, wish.slotAt);
      if (fault) return fault;
      if (holds(cnic, wish.slotAt)) return 'overlaps';
      const needs = wish.needs.filter((need) => centre.classes.some(({ id }) => id === need));
      const { serviceId, language } = wish;
      const slotAt = new Date(wish.slotAt).toISOString();
      return keep({
        sourceId: freshCode(),
        revision: 1,
        status: 'booked',
        name,
        cnic,
        phone,
        serviceId,
        slotAt,
        language,
        needs,
      });
    },
    move(code: string, slotAt: number): WireBooking | Refusal {
      const booking = find(code);
      if (!booking) return 'unknownBooking';
      if (booking.status === 'cancelled') return 'alreadyCancelled';
      if (slotOf(booking) === slotAt) return booking;
      const fault = slotFault(booking.serviceId, slotAt);
      if (fault) return fault;
      if (holds(booking.cnic, slotAt)) return 'overlaps';
      return revised(booking, { slotAt: new Date(slotAt).toISOString() });
    },
    cancel(code: string): WireBooking | Refusal {
      const booking = find(code);
      if (!booking) return 'unknownBooking';
      return booking.status === 'cancelled' ? 'alreadyCancelled' : revised(booking, { status: 'cancelled' });
    },
  };
}
export type CentreBook = ReturnType<typeof centreBook>;
