import type { Appointment } from '../appointments/appointment.ts';
import { plainCode, readBookingCode, readBookingQr } from '../appointments/booking-code.ts';
import { isOpenAt } from '../calendar/opening-hours.ts';
import type { Centre } from '../centre.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { readCnic } from '../person/cnic.ts';
import type { Token } from '../token.ts';
import { checkInBooking } from '../verbs/check-in.ts';
import { issue, type IssueFacts, type Wish } from '../verbs/issue.ts';
import { factsGiven } from './as-when-given.ts';

/** What a kiosk that is alone knows: its right, the next number, the hub's time as it reckons it (epoch ms), and the day so far. */
export interface AloneFacts {
  readonly kioskId: number;
  readonly serviceDay: string;
  readonly mark: string;
  readonly number: number;
  readonly at: number;
  /** Tokens of the day by service, as far as it knows. */
  readonly issued: Readonly<Record<string, number>>;
}

/** A booking as the kiosk has it: nothing of its citizen. */
export type KnownBooking = Pick<Appointment, 'id' | 'sourceId' | 'serviceId' | 'slotAt' | 'language' | 'needs'>;

const issueFacts = ({ kioskId, serviceDay, mark, number, issued }: AloneFacts): IssueFacts => ({
  id: 0,
  issuedToday: (serviceId) => issued[serviceId] ?? 0,
  personToday: () => 0,
  personId: null,
  isCentreOpen: true,
  asksIdentity: true,
  waitFor: () => null,
  openLeftMs: null,
  ...factsGiven(number),
  serviceDay,
  draw: () => number,
  mark: `${mark}${kioskId}`,
});

/**
 * A token that a kiosk gives on its own, by the same rule as the hub: closed doors, a closed service, a full day and a
 * missing card say no. Nobody forecasts its wait, and how often its citizen came today only the hub knows.
 */
export function issueAlone(centre: Centre, wish: Wish, cnic: string | undefined, facts: AloneFacts): Decision<Token> {
  if (cnic !== undefined && readCnic(cnic) === undefined) return refuse('badIdentity');
  const known = {
    ...issueFacts(facts),
    isCentreOpen: isOpenAt(centre, facts.at),
    asksIdentity: cnic === undefined,
  };
  return issue(centre, wish, known, { at: facts.at, queueAt: 0 });
}

/** The booking that a typed or scanned code names; undefined where the kiosk knows of none, or of several. */
export function bookingOf(
  centre: Pick<Centre, 'id'>,
  bookings: readonly KnownBooking[],
  text: string,
): KnownBooking | undefined {
  const qr = readBookingQr(text);
  const code = qr ? (qr.centreId === centre.id ? qr.code : undefined) : readBookingCode(text);
  if (code === undefined) return undefined;
  const exact = bookings.find(({ sourceId }) => sourceId === code);
  const alike = bookings.filter(({ sourceId }) => plainCode(sourceId) === plainCode(code));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

/** The check-in of a booking that the kiosk knew of when it heard the hub last. */
export function checkInAlone(centre: Centre, booking: KnownBooking, facts: AloneFacts): Decision<Token> {
  const appointment: Appointment = { ...booking, revision: 0, status: 'booked', personId: null, tokenId: null };
  const known = { ...issueFacts(facts), waitForBooked: () => null, labelOfToken: null };
  const checkedIn = checkInBooking(centre, appointment, known, { at: facts.at, queueAt: 0 });
  return checkedIn.ok ? accept({ ...checkedIn.value, appointmentId: booking.id }) : checkedIn;
}
