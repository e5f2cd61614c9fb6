import { accept, type Decision, type Moment } from '../decision.ts';
import type { Token } from '../token.ts';
import { mayDo } from '../verb-table.ts';
import { waitingSinceOf } from './postpone.ts';

/** At the turn of the service day: the token keeps its number and the wait that it had, and waits for its citizen. */
export function carryOver(token: Token, now: Moment): Decision<Token> {
  const allowed = mayDo('carryOver', token);
  if (!allowed.ok) return allowed;
  return accept({
    ...token,
    state: 'carriedOver',
    carriedWaitMs: Math.max(0, now.queueAt - waitingSinceOf(token, now)),
    carriedTurns: 0,
    counterId: null,
    boundCounterId: null,
    returnAt: null,
    awaySince: null,
  });
}

/** The citizen of a carried-over token is back: the old wait counts, but never for more than the promise. */
export function checkInAgain(token: Token, now: Moment): Decision<Token> {
  const allowed = mayDo('checkIn', token);
  if (!allowed.ok) return allowed;
  return accept({
    ...token,
    state: 'waiting',
    waitingSince: now.queueAt - Math.min(token.carriedWaitMs, token.targetMs),
  });
}
