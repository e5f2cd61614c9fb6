import { asWhenGiven, factsGiven, stillThere } from '../../domain/alone/as-when-given.ts';
import type { Appointment } from '../../domain/appointments/appointment.ts';
import { readBookingCode } from '../../domain/appointments/booking-code.ts';
import { accept, type Decision } from '../../domain/decision.ts';
import { labelOf } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import { checkInBooking, mergeCheckIns } from '../../domain/verbs/check-in.ts';
import { carryOver } from '../../domain/verbs/carry-over.ts';
import { issue, type IssueFacts } from '../../domain/verbs/issue.ts';
import type { Payload } from '../../protocol/commands.ts';
import type { Result } from '../../protocol/replies.ts';
import { patchOf } from '../../store/log/patch.ts';
import type { Handler } from '../commands/handler.ts';
import { resultOf } from '../commands/at-own-counter.ts';
import { issueFacts, newTokenResult } from '../commands/tokens/new-token.ts';
import { applicationPatch, type CommandContext, log, logVerb } from '../context.ts';
import { forApplication, waitingCase } from '../commands/tokens/application-commands.ts';
import { type Identified, identify } from '../people/identify.ts';
import {
  answerInPlace,
  endGhost,
  ghostOf,
  type GivenBy,
  givenBy,
  isUsed,
  refuseGiven,
  slipsOf,
} from './given-alone.ts';

type Alone = Payload<'mergeIssue'>['alone'];

/** What a token of that lease is made by, as of when it was given. */
const factsOf = (context: CommandContext, { lease }: GivenBy, number: number, personId: string | null): IssueFacts => ({
  ...issueFacts(context, personId),
  ...factsGiven(number),
  serviceDay: lease.serviceDay,
  mark: `${lease.mark}${lease.kioskId}`,
});

/** A token of a day that is over by now is carried over, as the turn of that day would have done. */
function bringToToday(context: CommandContext, token: Token): void {
  if (token.serviceDay === context.serviceDay) return;
  const carried = carryOver(token, context.now);
  if (carried.ok) logVerb(context, 'carryOver', { token }, { token: carried.value });
}

/** Logs the token with its slip and the copies of that. */
function keep(
  context: CommandContext,
  kind: 'issue' | 'checkInBooking',
  token: Token,
  { alone, lease, more }: { readonly alone: Alone; readonly lease: GivenBy['lease']; readonly more: object },
): Decision<Result> {
  const result = newTokenResult(context, token);
  const [slip, ...copies] = slipsOf(context, alone, token.id);
  const about = { ahead: result.ahead, merged: true, leaseId: lease.id };
  log(context, kind, token.id, { tokens: [token], ...(slip ? { slip } : {}), ...more, about });
  for (const copy of copies) log(context, 'recordSlip', token.id, { slip: copy });
  bringToToday(context, token);
  answerInPlace(context, alone, kind, result);
  return accept(result);
}

function citizenOf({ store, unseal }: CommandContext, sealedCnic: string | null): Identified | undefined {
  const cnic = sealedCnic === null ? undefined : unseal(sealedCnic);
  const found = cnic === undefined ? undefined : identify(store, cnic);
  return found?.ok ? found.value : undefined;
}

export const mergeIssueCommand: Handler<'mergeIssue'> = (context, { alone, wish, sealedCnic }) => {
  const by = givenBy(context, alone);
  if (!by.ok) return refuseGiven(context, alone, by.error.code);
  const person = citizenOf(context, sealedCnic);
  const centre = asWhenGiven(context.centre);
  const facts = factsOf(context, by.value, alone.number, person?.personId ?? null);
  const issued = issue(centre, stillThere(centre, wish), facts, by.value.moment);
  if (!issued.ok) return refuseGiven(context, alone, issued.error.code);
  if (isUsed(context, alone)) return refuseGiven(context, alone, 'leaseUsed');
  const ghost = ghostOf(context, alone);
  if (ghost) endGhost(context, ghost, labelOf(alone));
  const made = { ...issued.value, series: alone.series };
  const waiting = waitingCase(context, made.personId, made.serviceId);
  const token = waiting ? forApplication(context, made, waiting) : made;
  person?.keep();
  const more = waiting
    ? { applications: [applicationPatch(context, { ...waiting.application, tokenId: token.id })] }
    : {};
  return keep(context, 'issue', token, { alone, lease: by.value.lease, more });
};

/** Makes the second label lead to the first token; one that leads there already changes nothing. */
function leadTo(context: CommandContext, first: Token, second: Token, alone: Alone): Result {
  const { serviceDay, series, number, waitingSince } = second;
  const merged = mergeCheckIns(first, waitingSince);
  log(context, 'mergeCheckIn', first.id, {
    ...(merged === first ? {} : { tokens: [patchOf(first, merged)] }),
    alias: { serviceDay, series, number, tokenId: first.id },
    about: { leaseId: alone.lease.id },
  });
  answerInPlace(context, alone, 'checkInBooking', resultOf(first));
  return resultOf(first);
}

/** The token that a booking was checked in to already by somebody else's hand; what the hub alone knew of is ended. */
function firstToken(context: CommandContext, { tokenId }: Appointment, alone: Alone, label: string): Token | undefined {
  const first = tokenId === null ? undefined : context.store.tokens.get(tokenId);
  const isGhost = first !== undefined && ghostOf(context, alone)?.id === first.id;
  return isGhost && endGhost(context, first, label) ? undefined : first;
}

/**
 * A check-in that a kiosk made on its own, with the number of its own series that it printed. The first that comes makes
 * the token; another one of the same booking leads to that token by a second label.
 */
export const mergeCheckInCommand: Handler<'mergeCheckIn'> = (context, { alone, code }) => {
  const by = givenBy(context, alone);
  if (!by.ok) return refuseGiven(context, alone, by.error.code);
  const sourceId = readBookingCode(code);
  const appointment = sourceId === undefined ? undefined : context.store.appointments.bySource(sourceId);
  if (!appointment) return refuseGiven(context, alone, 'unknownBooking');
  const facts = {
    ...factsOf(context, by.value, alone.number, appointment.personId),
    waitForBooked: () => null,
    labelOfToken: null,
  };
  // Cancelled while the kiosk was alone: its citizen was let in, and is here.
  const booked = { ...appointment, status: 'booked', tokenId: null } as const;
  const checkedIn = checkInBooking(asWhenGiven(context.centre), booked, facts, by.value.moment);
  if (!checkedIn.ok) return refuseGiven(context, alone, checkedIn.error.code);
  if (isUsed(context, alone)) return refuseGiven(context, alone, 'leaseUsed');
  const token = { ...checkedIn.value, series: alone.series };
  const first = firstToken(context, appointment, alone, labelOf(alone));
  if (first) return accept(leadTo(context, first, token, alone));
  const appointments = [patchOf(appointment, { ...appointment, tokenId: token.id })];
  return keep(context, 'checkInBooking', token, { alone, lease: by.value.lease, more: { appointments } });
};
