import { constants, publicEncrypt } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { bookingOf, checkInAlone, issueAlone } from '../../domain/alone/give-alone.ts';
import { countersFor } from '../../domain/centre.ts';
import { accept, type Decision, type Moment, refuse } from '../../domain/decision.ts';
import { labelOf } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import { slipContent } from '../../hub/slips/slip-content.ts';
import type { Payload } from '../../protocol/commands.ts';
import type { Result } from '../../protocol/replies.ts';
import type { Given, KioskJournal } from '../../store/alone/kiosk-journal.ts';
import type { Held, Ready } from './held.ts';

/** What a citizen wishes of a kiosk that is alone. */
export type AloneWish =
  | { readonly name: 'issue'; readonly payload: Payload<'issue'> }
  | { readonly name: 'checkInBooking'; readonly payload: Payload<'checkInBooking'> };

/** What the hub is told of it later. */
export type Told =
  | { readonly kind: 'issue'; readonly wish: Payload<'mergeIssue'>['wish']; readonly sealedCnic: string | null }
  | { readonly kind: 'checkIn'; readonly code: string };

/** Who gives, and at which moment: the hub's time as it is reckoned, and the last word of the hub. */
export interface Giver {
  readonly kioskId: number;
  readonly at: number;
  readonly contact: Moment;
}

export interface GivenNow {
  readonly given: Given;
  readonly printedId: number;
}

/** So that who takes the kiosk's disk away finds nobody's number on it. */
const sealed = (text: string, publicKey: string): string =>
  publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(text),
  ).toString('base64');

export const toldOf = ({ told }: Pick<Given, 'told'>): Told => JSON.parse(told) as Told;

/** How many of each service the day has had: by the hub's last word, and what was given here since. */
export function issuedWith(journal: KioskJournal, held: Held): Readonly<Record<string, number>> {
  const issued: Record<string, number> = { ...held.issued() };
  for (const given of journal.toMerge()) {
    const told = toldOf(given);
    if (told.kind === 'issue') for (const id of told.wish.serviceIds) issued[id] = (issued[id] ?? 0) + 1;
  }
  return issued;
}

interface Decided {
  readonly token: Token;
  readonly told: Told;
}

function decideIssue(
  { payload }: Extract<AloneWish, { name: 'issue' }>,
  ready: Ready,
  facts: Facts,
): Decision<Decided> {
  const { cnic, ...wish } = payload;
  const issued = issueAlone(ready.centre, wish, cnic, facts);
  if (!issued.ok) return issued;
  const sealedCnic = cnic === undefined ? null : sealed(cnic, ready.provisions.sealKey);
  return accept({ token: issued.value, told: { kind: 'issue', wish, sealedCnic } });
}

type Facts = Parameters<typeof issueAlone>[3];

/** A booking that was checked in here already, since the hub was heard last. */
const givenFor = (journal: KioskJournal, code: string): Given | undefined =>
  journal.toMerge().find((given) => {
    const told = toldOf(given);
    return told.kind === 'checkIn' && told.code === code;
  });

function decideCheckIn(code: string, ready: Ready, facts: Facts, journal: KioskJournal): Decision<Decided> {
  const booking = bookingOf(ready.centre, ready.provisions.bookings, code);
  if (!booking) return refuse('unknownBooking');
  const before = givenFor(journal, booking.sourceId);
  if (before) return refuse('bookingUsed', { label: labelOf(before) });
  const checkedIn = checkInAlone(ready.centre, booking, facts);
  if (!checkedIn.ok) return checkedIn;
  return accept({ token: checkedIn.value, told: { kind: 'checkIn', code: booking.sourceId } });
}

/** What a citizen reads on the screen; the journal's own place stands for the id that the hub has not given yet. */
function resultFor(token: Token, id: number, { centre }: Ready): Result {
  const { serviceId, stageId, slotAt, appointmentId } = token;
  return {
    tokenId: -id,
    label: labelOf(token),
    serviceId,
    goTo: { serviceId, stageId, counters: countersFor(centre, serviceId, stageId) },
    ...(slotAt === null ? {} : { slotAt }),
    ...(appointmentId === null ? {} : { isLate: slotAt === null }),
  };
}

export const resultOfGiven = (given: Given): Result => ({
  ...(JSON.parse(given.result) as Result),
  tokenId: -given.id,
});

/**
 * Gives a token on its own: decided by the rules, on disk with the slip that is to print, and only then told. A wish that
 * was answered before gets the same answer.
 */
export function give(
  journal: KioskJournal,
  held: Held,
  wish: AloneWish & { readonly id: string },
  { kioskId, at, contact }: Giver,
): Decision<GivenNow> {
  const ready = held.readyAt(at);
  if (!ready) return refuse('leaseRefused');
  const { lease, number, centre } = ready;
  const { serviceDay, mark } = lease;
  const facts = { kioskId, serviceDay, mark, number, at, issued: issuedWith(journal, held) };
  const by = wish.name === 'checkInBooking' ? wish.payload.by : undefined;
  if (by && by.kind !== 'code') return refuse('unknownBooking');
  const decided =
    wish.name === 'issue' ? decideIssue(wish, ready, facts) : decideCheckIn(by?.code ?? '', ready, facts, journal);
  if (!decided.ok) return decided;
  const { token, told } = decided.value;
  const slip = { kind: 'token', kioskId, counterId: null } as const;
  const content = slipContent(slip, {
    centre,
    token,
    application: undefined,
    ahead: null,
    isDuplicate: false,
    url: null,
  });
  return accept(
    journal.give({
      leaseId: lease.id,
      turn: lease.turn,
      mark,
      serviceDay,
      series: token.series,
      number: token.number,
      at,
      contactAt: contact.at,
      contactQueueAt: contact.queueAt,
      commandId: wish.id,
      mergeId: newId(),
      told: JSON.stringify(told),
      result: JSON.stringify(resultFor(token, 0, ready)),
      slip: JSON.stringify(content),
    }),
  );
}
