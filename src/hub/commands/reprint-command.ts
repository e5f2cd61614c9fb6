import { accept, refuse } from '../../domain/decision.ts';
import type { Slip } from '../../store/log/event.ts';
import { type CommandContext, log } from '../context.ts';
import { aheadOf } from '../lines.ts';
import { resultOf } from './at-own-counter.ts';
import type { Handler } from './handler.ts';

/** How long a citizen may print again at the kiosk where the slip did not come out. */
const REPRINT_MS = 60_000;
/** As many of a kiosk's slips as are looked through. */
const LOOKED_AT = 10;

/**
 * Whether a slip may be printed again: one that was not sent as often as it takes, one that may have come out once. A
 * copy of that says that it is one.
 */
export const canReprint = ({ outcome, copyOf }: Slip): boolean =>
  outcome === 'notSent' || (outcome === 'uncertain' && copyOf === null);

/** The newest slip of a token at the kiosk that asks. */
function slipHere({ sender, store }: CommandContext, tokenId: number): Slip | undefined {
  if (sender.screen !== 'kiosk') return undefined;
  return store.slips.ofKiosk(sender.kioskId, LOOKED_AT).find((slip) => slip.tokenId === tokenId);
}

export const reprintCommand: Handler<'reprint'> = (context, { tokenId }) => {
  const { store, now } = context;
  const token = store.tokens.get(tokenId);
  const slip = slipHere(context, tokenId);
  if (!token || !slip) return refuse('unknownToken');
  if (!canReprint(slip) || now.at - slip.outcomeAt > REPRINT_MS) return refuse('reprintRefused');
  const copy = { ...slip, id: store.slips.nextId(), copyOf: slip.id, outcome: 'queued', outcomeAt: now.at } as const;
  log(context, 'reprint', tokenId, { slip: copy, about: { ahead: aheadOf(store, token) } });
  return accept(resultOf(token));
};
