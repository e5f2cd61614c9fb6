import type { Appointment } from '../appointments/appointment.ts';
import { appointmentWaitsSince, punctualityOf } from '../appointments/appointment-rule.ts';
import { type Centre, findService } from '../centre.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { firstCounterStage } from '../journeys/journey.ts';
import { serviceDayOf } from '../calendar/service-day.ts';
import { classesLeft } from '../target.ts';
import type { Token } from '../token.ts';
import { type IssueFacts, makeToken } from './issue.ts';

/** What the hub knows of a booking beyond what it knows of every wish. */
interface BookedFacts {
  /** The label of the token that it was checked in to. */
  readonly labelOfToken: string | null;
  /** The forecast of the wait from the slot on. */
  readonly waitForBooked: IssueFacts['waitFor'];
}

/**
 * The citizen of a booking is here: a new waiting token. On time it waits from its slot on with the promise of an
 * appointment; late it is a walk-in from now on, and never refused for that. No cap and no closing time stops it.
 * Too early, on another day, cancelled or checked in already, it is refused, each with its own code.
 */
export function checkInBooking(
  centre: Centre,
  appointment: Appointment,
  facts: IssueFacts & BookedFacts,
  now: Moment,
): Decision<Token> {
  const { slotAt, needs, language } = appointment;
  if (appointment.status === 'cancelled') return refuse('bookingCancelled');
  if (appointment.tokenId !== null) return refuse('bookingUsed', { label: facts.labelOfToken ?? '' });
  if (serviceDayOf(slotAt, centre) !== facts.serviceDay) return refuse('bookingOtherDay', { slotAt });
  const rule = centre.appointments;
  const punctuality = punctualityOf(slotAt, now.at, rule);
  if (punctuality === 'tooEarly') return refuse('bookingTooEarly', { slotAt, fromAt: slotAt - rule.earlyMs });
  const service = findService(centre, appointment.serviceId);
  if (!service) return refuse('unknownService', { service: appointment.serviceId });
  const stage = firstCounterStage(service);
  const waitFor = punctuality === 'late' ? facts.waitFor : facts.waitForBooked;
  const classes = classesLeft(centre, needs);
  const token = makeToken({ service, stage, classes, language }, { ...facts, waitFor }, now);
  const booked = { ...token, appointmentId: appointment.id, personId: appointment.personId };
  if (punctuality === 'late') return accept(booked);
  return accept({
    ...booked,
    slotAt,
    waitingSince: appointmentWaitsSince(slotAt, now, centre),
    targetMs: Math.min(rule.targetMs, token.targetMs),
  });
}

/**
 * A booking that two kiosks checked in while both were cut off: the second label leads to the first token, and the
 * earlier of the two waits counts while it still waits.
 */
export const mergeCheckIns = (first: Token, secondWaitingSince: number): Token =>
  first.state === 'waiting' || first.state === 'parked'
    ? { ...first, waitingSince: Math.min(first.waitingSince, secondWaitingSince) }
    : first;

/** The promise of the line in which a token waits, before its classes: an appointment's while its slot holds. */
export function promisedMsOf(centre: Centre, token: Token): number | undefined {
  const stage = findService(centre, token.serviceId)?.journey.find((one) => one.id === token.stageId);
  if (!stage) return undefined;
  return token.slotAt === null ? stage.targetMs : Math.min(centre.appointments.targetMs, stage.targetMs);
}
