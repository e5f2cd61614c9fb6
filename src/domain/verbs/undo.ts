import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import type { Token } from '../token.ts';
import { mayDo } from '../verb-table.ts';
import type { AtCounter } from './at-counter.ts';

/** How long after a finish or a no-show it can be taken back, on the queue clock. */
export const UNDO_MS = 30_000;

/** Whether the token still is what this counter made of it: over here, or waiting at its next stage and not called since. */
function isUntouched(token: Token, before: Token, counterId: number): boolean {
  if (token.state === 'waiting')
    return token.lastCallAt === before.lastCallAt && token.requeueCount === before.requeueCount;
  return token.counterId === counterId;
}

/**
 * Takes back this counter's last ending (a finish, a no-show, a stage skipped or sent back): the token is here again as
 * it was. Only within 30 s, while the counter holds no open token and nobody else has moved the token.
 */
export function undo({ token, counter }: AtCounter, now: Moment): Decision<AtCounter> {
  const { lastEndedToken: before, lastEndedAt } = counter;
  if (counter.lastEndedTokenId !== token.id || !before || lastEndedAt === null) return refuse('undoNothing');
  if (now.queueAt - lastEndedAt > UNDO_MS) return refuse('undoTooLate', { seconds: UNDO_MS / 1000 });
  if (counter.tokenId !== null) return refuse('undoCounterBusy');
  if (counter.status !== 'open') return refuse('counterClosed', { counter: counter.id });
  if (!mayDo('undo', token).ok || !isUntouched(token, before, counter.id)) return refuse('undoTokenMoved');
  return accept({
    // What was filed stays filed: finishing again finds it.
    token: { ...before, applicationId: token.applicationId ?? before.applicationId },
    counter: { ...counter, tokenId: token.id, lastEndedTokenId: null, lastEndedAt: null, lastEndedToken: null },
  });
}
