import { accept, type Decision, refuse } from '../../../domain/decision.ts';
import type { Token } from '../../../domain/token.ts';
import type { Slip } from '../../../store/log/event.ts';
import { type CommandContext, log, type SlipPlace } from '../../context.ts';
import { aheadOf } from '../../lines.ts';
import { ownCounter, resultOf, tokenByLabel } from '../at-own-counter.ts';
import { tokenByCnic } from './check-in-commands.ts';
import type { Handler } from '../handler.ts';

/** How long a citizen may print again at the kiosk where the slip did not come out. */
const REPRINT_MS = 60_000;
/** As many of a kiosk's slips as are looked through. */
const LOOKED_AT = 10;

/**
 * Whether a citizen may print a slip again: one that was not sent as often as it takes, one that may have come out once.
 * A copy of that says that it is one.
 */
export const canReprint = ({ outcome, copyOf }: Slip): boolean =>
  outcome === 'notSent' || (outcome === 'uncertain' && copyOf === null);

/** The newest slip of a token at the kiosk that asks. */
function slipHere({ sender, store }: CommandContext, tokenId: number): Slip | undefined {
  if (sender.screen !== 'kiosk') return undefined;
  return store.slips.ofKiosk(sender.kioskId, LOOKED_AT).find((slip) => slip.tokenId === tokenId);
}

/** Queues a slip of a token at a place, as a copy of the one before it if there is one. */
function queueSlip(context: CommandContext, token: Token, place: SlipPlace, copyOf: number | null): void {
  const { store, now, printerOf } = context;
  const at = { kioskId: null, counterId: null, ...place, printer: printerOf(place), outcomeAt: now.at } as const;
  const slip = {
    id: store.slips.nextId(),
    tokenId: token.id,
    kind: 'token',
    outcome: 'queued',
    copyOf,
    ...at,
  } as const;
  log(context, 'reprint', token.id, { slip, about: { ahead: aheadOf(store, token) } });
}

export const reprintCommand: Handler<'reprint'> = (context, { tokenId }) => {
  const { store, now } = context;
  const token = store.tokens.get(tokenId);
  const slip = slipHere(context, tokenId);
  if (!token || !slip) return refuse('unknownToken');
  if (!canReprint(slip) || now.at - slip.outcomeAt > REPRINT_MS) return refuse('reprintRefused');
  queueSlip(context, token, { kioskId: slip.kioskId ?? 0 }, slip.id);
  return accept(resultOf(token));
};

/** Tokens whose citizens still have use for a slip. */
const LIVE: readonly Token['state'][] = ['waiting', 'called', 'serving', 'parked', 'carriedOver'];

export const printSlipCommand: Handler<'printSlip'> = (context, { by }) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const found: Decision<Token> = by.kind === 'label' ? tokenByLabel(context, by.label) : tokenByCnic(context, by.cnic);
  if (!found.ok) return found;
  const token = found.value;
  if (!LIVE.includes(token.state)) return refuse('wrongState', { verb: 'printSlip', state: token.state });
  const place = context.slipPlaceOf(counter.value.id);
  queueSlip(context, token, place, context.store.slips.ofToken(token.id)?.id ?? null);
  return accept({ ...resultOf(token), printsAt: place });
};
