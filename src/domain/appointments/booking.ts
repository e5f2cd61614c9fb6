import type { Language } from '../token.ts';

/**
 * What the app side says of one booking: the whole of it, at each change. `revision` grows with each change at the
 * source, so that an older message that comes late changes nothing.
 */
export interface Booking {
  /** The source's own id; it is the booking code that the citizen reads in the app, e.g. `LHR-7K2M-94QD`. */
  readonly sourceId: string;
  readonly revision: number;
  readonly status: 'booked' | 'cancelled';
  readonly name: string;
  /** Thirteen digits. */
  readonly cnic: string;
  /** Digits with the country's code, e.g. `923001234567`. */
  readonly phone: string;
  readonly serviceId: string;
  /** Epoch ms. */
  readonly slotAt: number;
  readonly language: Language;
  /** Ids of priority classes. */
  readonly needs: readonly string[];
}

/** What became of one booking that a feed brought. `same` is a repeat, or older than what is known. */
export type BookingOutcome = 'created' | 'moved' | 'changed' | 'cancelled' | 'same';

/** Why a booking was not taken. Each code has its sentence in both languages in the protocol. */
export const BOOKING_FAULTS = [
  'rowMalformed',
  'columnMissing',
  'badBookingCode',
  'badName',
  'badCnic',
  'badPhone',
  'badSlot',
  'badLanguage',
  'slotPast',
  'slotClosed',
  'unknownService',
  'unknownClass',
  'overlaps',
  'alreadyCheckedIn',
] as const;
export type BookingFault = (typeof BOOKING_FAULTS)[number];
