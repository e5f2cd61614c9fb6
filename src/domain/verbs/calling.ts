import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { mayDo, type Verb } from '../verb-table.ts';
import { type AtCounter, canTake, mayDoHere } from './at-counter.ts';

/** Most recalls of one call. */
export const MOST_RECALLS = 3;
/** Least time between two calls of one token, on the queue clock. */
export const RECALL_GAP_MS = 10_000;

function take(verb: Verb, { token, counter }: AtCounter, now: Moment): Decision<AtCounter> {
  const ready = canTake(counter);
  if (!ready.ok) return ready;
  const allowed = mayDo(verb, token);
  if (!allowed.ok) return allowed;
  if (token.boundCounterId !== null && token.boundCounterId !== counter.id && verb === 'call') {
    return refuse('wrongCounter', { counter: counter.id, holder: token.boundCounterId });
  }
  const waitedMs = Math.max(0, now.queueAt - token.waitingSince);
  return accept({
    token: {
      ...token,
      state: 'called',
      counterId: counter.id,
      boundCounterId: null,
      calledAt: now.at,
      waitedMs,
      firstWaitMs: token.firstWaitMs ?? waitedMs,
      lastCallAt: now.queueAt,
      recallCount: 0,
    },
    counter: { ...counter, tokenId: token.id },
  });
}

/** The calling rule's choice comes to the counter, which must be open and hold no open token. */
export const call = (at: AtCounter, now: Moment): Decision<AtCounter> => take('call', at, now);

/** A token called by hand, out of order; a reason is demanded. */
export const jump = (at: AtCounter, reason: string, now: Moment): Decision<AtCounter> =>
  reason.trim() === '' ? refuse('reasonMissing') : take('jump', at, now);

/** Calls the token of this counter once more: at most three times, ten seconds apart. */
export function recall(at: AtCounter, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('recall', at);
  if (!here.ok) return here;
  const { token, counter } = at;
  if (token.recallCount >= MOST_RECALLS) return refuse('recallLimit', { most: MOST_RECALLS });
  const leftMs = (token.lastCallAt ?? 0) + RECALL_GAP_MS - now.queueAt;
  if (leftMs > 0) return refuse('recallTooSoon', { seconds: Math.ceil(leftMs / 1000) });
  return accept({ token: { ...token, recallCount: token.recallCount + 1, lastCallAt: now.queueAt }, counter });
}
