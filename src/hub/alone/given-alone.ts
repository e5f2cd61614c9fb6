import { momentGiven } from '../../domain/alone/as-when-given.ts';
import { isTurnOf, type Lease, LEASE_MS } from '../../domain/alone/lease.ts';
import { serviceDayOf } from '../../domain/calendar/service-day.ts';
import { accept, type Decision, type Moment, refuse } from '../../domain/decision.ts';
import { labelOf } from '../../domain/numbering.ts';
import { leave } from '../../domain/verbs/ending.ts';
import type { Token } from '../../domain/token.ts';
import type { AloneToken } from '../../protocol/alone.ts';
import type { Reply, Result } from '../../protocol/replies.ts';
import type { Slip } from '../../store/log/event.ts';
import { type CommandContext, counterNow, log, logVerb } from '../context.ts';
import { aloneSeries, type Machine, machineOf } from './machine.ts';

/** What a number was given by, and when. */
export interface GivenBy {
  readonly lease: Pick<Lease, 'id' | 'kioskId' | 'serviceDay' | 'mark'>;
  readonly moment: Moment;
}

/** Whether the hub gave that very lease to that machine, on whatever turn. */
const isItsOwn = (known: Lease, { lease }: AloneToken, { deviceId, kioskId }: Machine): boolean =>
  known.deviceId === deviceId &&
  known.kioskId === kioskId &&
  known.serviceDay === lease.serviceDay &&
  known.mark === lease.mark;

/** Whether the hub knows of the turn that a machine shows of its lease, and of that number in it. */
const isKnown = (known: Lease, { lease, number }: AloneToken): boolean =>
  isTurnOf(known, lease.turn) && number >= known.firstNumber && number <= known.lastNumber;

/** The kiosk reckons by the clock of the hub that it heard last; one that went on has its own, which may be behind. */
const OTHER_CLOCK_MS = 3_600_000;

/**
 * Whether a kiosk may know more of a lease than a store that was put back, or that another hub went on with: it heard this
 * hub before that, on that day, and within a lease's time. Its number is in no other block of that kiosk: those that are
 * granted since carry another letter, or begin above all that may have been given.
 */
function mayBeLost(context: CommandContext, { lease, number, at, contact }: AloneToken, { kioskId }: Machine): boolean {
  const { store, centre } = context;
  const wasPutBack = store.restored
    .all()
    .some(
      (one) =>
        one.at >= contact.at - OTHER_CLOCK_MS && one.at - contact.at <= LEASE_MS && one.untilDay >= lease.serviceDay,
    );
  const isOfThatDay = at >= contact.at && serviceDayOf(at, centre) === lease.serviceDay;
  return wasPutBack && isOfThatDay && !store.leases.isInOther(lease, kioskId, number);
}

/** The lease by which a machine gave a number, as far as the hub knows of it; undefined where it had no right to. */
function leaseOf(context: CommandContext, alone: AloneToken, machine: Machine): Pick<Lease, 'grantedAt'> | undefined {
  const known = context.store.leases.get(alone.lease.id);
  if (known && !isItsOwn(known, alone, machine)) return undefined;
  if (known && isKnown(known, alone)) return known;
  // A machine that was put back from an image shows an older turn than it has shown before.
  if (known && alone.lease.turn < known.shownTurn) return undefined;
  return mayBeLost(context, alone, machine) ? { grantedAt: alone.contact.at } : undefined;
}

/** Letters alone before what the kiosk's own series end with: `A12` is no series of kiosk 2. */
function isSeriesOf(series: string, ending: string): boolean {
  const letters = series.slice(0, -ending.length);
  return series.endsWith(ending) && /^[A-Z]+$/.test(letters);
}

/** By what right a kiosk gave that number; refused where it had none. */
export function givenBy(context: CommandContext, alone: AloneToken): Decision<GivenBy> {
  const { centre, now } = context;
  const { at, contact, lease: shown, series } = alone;
  const machine = machineOf(context);
  if (!machine) return refuse('leaseRefused');
  const { kioskId } = machine;
  const lease = leaseOf(context, alone, machine);
  if (!lease || !isSeriesOf(series, aloneSeries('', { ...shown, kioskId }))) return refuse('leaseRefused');
  const { id, serviceDay, mark } = shown;
  return accept({ lease: { id, kioskId, serviceDay, mark }, moment: momentGiven({ at, contact }, lease, centre, now) });
}

/** Whether somebody holds that number already, by their token or by a second label of it. */
export function isUsed({ store }: CommandContext, { lease: { serviceDay }, series, number }: AloneToken): boolean {
  return (
    store.tokens.ofDay(serviceDay, series, number) !== undefined ||
    store.tokens.live(series, number) !== undefined ||
    store.aliases.tokenOf(serviceDay, series, number) !== undefined
  );
}

const WISHES: ReadonlySet<string> = new Set(['issue', 'checkInBooking']);

/**
 * The token that the hub made of the same wish before it was cut off from the kiosk: nobody was told of it. One of another
 * machine's wish, of another command, or from before the kiosk heard the hub last, is none.
 */
export function ghostOf({ store, origin }: CommandContext, { forCommand, contact }: AloneToken): Token | undefined {
  const answered = store.commands.get(forCommand);
  if (!answered || !WISHES.has(answered.name) || answered.device !== origin.device) return undefined;
  const reply = JSON.parse(answered.reply) as Reply;
  const token = store.tokens.get((reply.ok && reply.result.tokenId) || 0);
  return token && token.issuedAt >= contact.at ? token : undefined;
}

/** Ends a token that nobody was told of; whether nothing of it is left in the hall. */
export function endGhost(context: CommandContext, ghost: Token, label: string): boolean {
  const counter = counterNow(context, ghost.counterId ?? 0);
  const ended = leave({ token: { ...ghost, appointmentId: null }, counter }, context.now);
  if (!ended.ok) return false;
  logVerb(context, 'supersede', { token: ghost, counter }, ended.value, { about: { by: label } });
  return true;
}

/** The command in whose place the number was given is done from now on: a repeat of it gets this answer. */
export function answerInPlace(context: CommandContext, { forCommand }: AloneToken, name: string, result: Result): void {
  const { store, origin, now } = context;
  if (store.commands.get(forCommand)) return;
  const reply: Reply = { ok: true, id: forCommand, seq: store.head().seq, result };
  store.commands.add(forCommand, { name, device: origin.device, reply: JSON.stringify(reply) }, now.at);
}

/** The slip as the kiosk printed it, then its copies. */
export function slipsOf(context: CommandContext, { slips }: AloneToken, tokenId: number): readonly Slip[] {
  const { sender, store, printerOf } = context;
  const kioskId = sender.screen === 'kiosk' ? sender.kioskId : 0;
  const first = store.slips.nextId();
  return slips.map(({ outcome, at }, index) => ({
    id: first + index,
    tokenId,
    kind: 'token',
    kioskId,
    counterId: null,
    printer: printerOf({ kioskId }),
    outcome,
    outcomeAt: at,
    copyOf: index === 0 ? null : first + index - 1,
  }));
}

/**
 * What could not be taken over is no secret: it is logged and shown to the manager, for somebody in the hall may hold that
 * slip.
 */
export function refuseGiven(context: CommandContext, alone: AloneToken, code: NonNullable<Result['refused']>) {
  const label = labelOf(alone);
  const { id: leaseId, serviceDay } = alone.lease;
  const { sender } = context;
  const kioskId = sender.screen === 'kiosk' ? sender.kioskId : 0;
  log(context, 'refuseMerge', null, { about: { code, label, kioskId, leaseId, serviceDay, givenAt: alone.at } });
  return accept<Result>({ refused: code });
}
