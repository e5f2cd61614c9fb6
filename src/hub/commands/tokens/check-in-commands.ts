import type { Appointment } from '../../../domain/appointments/appointment.ts';
import { codeEndsWith, readBookingCode, readBookingQr } from '../../../domain/appointments/booking-code.ts';
import { readCnic } from '../../../domain/person/cnic.ts';
import { accept, type Decision, refuse } from '../../../domain/decision.ts';
import { labelOf } from '../../../domain/numbering.ts';
import { readPhone } from '../../../domain/person/phone.ts';
import type { Token } from '../../../domain/token.ts';
import { checkInBooking } from '../../../domain/verbs/check-in.ts';
import { dayBounds } from '../../../domain/calendar/service-day.ts';
import type { Payload } from '../../../protocol/commands.ts';
import { patchOf } from '../../../store/log/patch.ts';
import { type CommandContext, log } from '../../context.ts';
import { cnicMacOf, phoneMacOf } from '../../people/identify.ts';
import { placeOfTries } from '../../people/tries.ts';
import type { Handler } from '../handler.ts';
import { issueFacts, newTokenResult, queuedSlip, seriesAfter, standingResult } from './new-token.ts';

type By = Payload<'checkInBooking'>['by'];

/** Of a citizen's bookings the one that is meant: today's that is not used and lies nearest, else what explains a no. */
function nearest(context: CommandContext, bookings: readonly Appointment[]): Appointment | undefined {
  const { now, serviceDay, centre } = context;
  const [fromAt, toAt] = dayBounds(serviceDay, centre);
  const far = ({ slotAt }: Appointment) => Math.abs(slotAt - now.at);
  const sorted = bookings.toSorted((a, b) => far(a) - far(b));
  const today = sorted.filter(({ slotAt }) => slotAt >= fromAt && slotAt < toAt);
  const booked = today.filter(({ status }) => status === 'booked');
  return booked.find(({ tokenId }) => tokenId === null) ?? booked[0] ?? today[0] ?? sorted[0];
}

/** How far from today a booking may lie to be named in the answer. */
const NEAR_MS = 30 * 86_400_000;

const ofPerson = ({ store, now }: CommandContext, personId: string): readonly Appointment[] =>
  store.appointments.ofPerson(personId, now.at - NEAR_MS, now.at + NEAR_MS);

function byCode(context: CommandContext, text: string): Decision<Appointment | undefined> {
  const qr = readBookingQr(text);
  if (qr && qr.centreId !== context.centre.id) return refuse('bookingOtherCentre', { centre: qr.centreId });
  const code = qr?.code ?? readBookingCode(text);
  return accept(code === undefined ? undefined : context.store.appointments.byCode(code));
}

function byCnic(context: CommandContext, text: string): Decision<Appointment | undefined> {
  const cnic = readCnic(text);
  if (cnic === undefined) return refuse('badIdentity');
  const { persons, personKey } = context.store;
  const person = persons.byCnic(cnicMacOf(personKey, cnic));
  return accept(person && nearest(context, ofPerson(context, person.id)));
}

function byPhone(context: CommandContext, text: string, codeEnd: string): Decision<Appointment | undefined> {
  const phone = readPhone(text);
  const { persons, personKey } = context.store;
  const people = phone === undefined ? [] : persons.byPhone(phoneMacOf(personKey, phone));
  const end = codeEnd.toUpperCase();
  const bookings = people
    .flatMap(({ id }) => ofPerson(context, id))
    .filter(({ sourceId }) => codeEndsWith(sourceId, end));
  return accept(nearest(context, bookings));
}

function findBooking(context: CommandContext, by: By): Decision<Appointment | undefined> {
  switch (by.kind) {
    case 'code':
      return byCode(context, by.code);
    case 'cnic':
      return byCnic(context, by.cnic);
    case 'phone':
      return byPhone(context, by.phone, by.codeEnd);
  }
}

/** Finds what somebody typed or scanned; who only tries numbers is stopped after a few. */
export function tryToFind<T>(
  context: CommandContext,
  find: () => Decision<T | undefined>,
  missing: () => Decision<never>,
) {
  const { tries, clock, sender } = context;
  const nowMs = clock.monotonicMs();
  if (!tries.mayTry(placeOfTries(sender), nowMs)) return refuse('tooManyTries');
  const found = find();
  if (found.ok && found.value !== undefined) return accept(found.value);
  tries.hasFailed(placeOfTries(sender), nowMs);
  return found.ok ? missing() : found;
}

function logCheckIn(context: CommandContext, appointment: Appointment, token: Token, more: object): void {
  log(context, 'checkInBooking', token.id, {
    tokens: [token],
    appointments: [patchOf(appointment, { ...appointment, tokenId: token.id })],
    ...more,
  });
}

const labelOfBooking = ({ store }: CommandContext, { tokenId }: Appointment): string | null => {
  const token = tokenId === null ? undefined : store.tokens.get(tokenId);
  return token ? labelOf(token) : null;
};

export const checkInBookingCommand: Handler<'checkInBooking'> = (context, { by }) => {
  const found = tryToFind(
    context,
    () => findBooking(context, by),
    () => refuse('unknownBooking'),
  );
  if (!found.ok) return found;
  const appointment = found.value;
  const facts = {
    ...issueFacts(context, appointment.personId),
    waitForBooked: context.waitForBooked,
    labelOfToken: labelOfBooking(context, appointment),
  };
  const checkedIn = checkInBooking(context.centre, appointment, facts, context.now);
  if (!checkedIn.ok) return checkedIn;
  const token = checkedIn.value;
  const result = newTokenResult(context, token);
  const about = { ahead: result.ahead };
  logCheckIn(context, appointment, token, { series: seriesAfter(token), ...queuedSlip(context, token), about });
  return accept({ ...result, isLate: token.slotAt === null });
};

/** The live token of a citizen, by the CNIC that it was taken with. */
export function tokenByCnic(context: CommandContext, text: string): Decision<Token> {
  const { tokens, persons, personKey } = context.store;
  const find = (): Decision<Token | undefined> => {
    const cnic = readCnic(text);
    if (cnic === undefined) return refuse('badIdentity');
    const person = persons.byCnic(cnicMacOf(personKey, cnic));
    return accept(person && tokens.liveOfPerson(person.id));
  };
  return tryToFind(context, find, () => refuse('unknownToken'));
}

export const findTokenCommand: Handler<'findToken'> = (context, { cnic }) => {
  const found = tokenByCnic(context, cnic);
  return found.ok ? accept(standingResult(context, found.value)) : found;
};
