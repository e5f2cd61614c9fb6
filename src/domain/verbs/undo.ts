import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { mayDo } from '../verb-table.ts';
import type { AtCounter } from './at-counter.ts';

/** How long after a finish or a no-show it can be taken back, on the queue clock. */
export const UNDO_MS = 30_000;

/**
 * Takes back this counter's last finish or no-show: the token is serving or called there again. Only within 30 s,
 * while the counter holds no open token and nobody else has moved the token.
 */
export function undo({ token, counter }: AtCounter, now: Moment): Decision<AtCounter> {
  if (counter.lastEndedTokenId !== token.id || counter.lastEndedAt === null) return refuse('undoNothing');
  if (now.queueAt - counter.lastEndedAt > UNDO_MS) return refuse('undoTooLate', { seconds: UNDO_MS / 1000 });
  if (counter.tokenId !== null) return refuse('undoCounterBusy');
  if (counter.status !== 'open') return refuse('counterClosed', { counter: counter.id });
  if (!mayDo('undo', token).ok || token.counterId !== counter.id) return refuse('undoTokenMoved');
  return accept({
    token: { ...token, state: token.state === 'done' ? 'serving' : 'called', endedAt: null },
    counter: { ...counter, tokenId: token.id, lastEndedTokenId: null, lastEndedAt: null },
  });
}
