import { momentGiven } from '../../domain/alone/as-when-given.ts';
import { isTurnOf, type Lease } from '../../domain/alone/lease.ts';
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

/**
 * The lease of a store that was put back since it was granted: the kiosk knows more of it than the hub. Its numbers
 * carry no letter, or another one than today's, so they collide with none of those that are granted now.
 */
function lostLease({ store }: CommandContext, { lease, contact }: AloneToken): Pick<Lease, 'grantedAt'> | undefined {
  const wasPutBack = store.restored.all().some(({ at }) => at >= contact.at);
  return wasPutBack && store.restored.markOn(lease.serviceDay) !== lease.mark ? { grantedAt: contact.at } : undefined;
}

/** Whether the hub gave a machine the lease that it shows, with that number in it. */
function isOwn(known: Lease, { lease, number }: AloneToken, { deviceId, kioskId }: Machine): boolean {
  const isSame = known.serviceDay === lease.serviceDay && known.mark === lease.mark && isTurnOf(known, lease.turn);
  const isInBlock = number >= known.firstNumber && number <= known.lastNumber;
  return known.deviceId === deviceId && known.kioskId === kioskId && isSame && isInBlock;
}

/** By what right a kiosk gave that number; refused where it had none. */
export function givenBy(context: CommandContext, alone: AloneToken): Decision<GivenBy> {
  const { store, centre, now } = context;
  const { at, contact, lease: shown, series } = alone;
  const machine = machineOf(context);
  if (!machine) return refuse('leaseRefused');
  const { kioskId } = machine;
  const known = store.leases.get(shown.id);
  const lease = known ? (isOwn(known, alone, machine) ? known : undefined) : lostLease(context, alone);
  if (!lease || !series.endsWith(aloneSeries('', { ...shown, kioskId }))) return refuse('leaseRefused');
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

/** The token that the hub made of the same wish before it was cut off from the kiosk: nobody was told of it. */
export function ghostOf({ store }: CommandContext, { forCommand }: AloneToken): Token | undefined {
  const answered = store.commands.get(forCommand);
  const reply = answered && (JSON.parse(answered.reply) as Reply);
  const tokenId = reply?.ok ? reply.result.tokenId : undefined;
  return tokenId === undefined ? undefined : store.tokens.get(tokenId);
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
