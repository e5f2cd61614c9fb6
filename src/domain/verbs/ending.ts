import { accept, type Decision, type Moment } from '../decision.ts';
import type { Token } from '../token.ts';
import { mayDo } from '../verb-table.ts';
import { type AtCounter, letEnd, letGo, mayDoHere } from './at-counter.ts';

/** Nobody came to the counter; requeue brings the token back within the day. */
export function markNoShow(at: AtCounter, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('markNoShow', at);
  if (!here.ok) return here;
  return accept({
    token: { ...at.token, state: 'noShow', endedAt: now.at },
    counter: letEnd(at.counter, at.token, now.queueAt),
  });
}

/** The citizen gives up the visit, at a counter's hands or while waiting. */
export function leave(at: AtCounter, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('leave', at);
  return here.ok ? accept({ token: left(at.token, now), counter: letGo(at.counter, at.token) }) : here;
}

/** The end of a carried-over token whose citizen never came back. */
export function expire(token: Token, now: Moment): Decision<Token> {
  const allowed = mayDo('leave', token);
  return allowed.ok ? accept(left(token, now)) : allowed;
}

const left = (token: Token, now: Moment): Token => ({ ...token, state: 'left', endedAt: now.at, boundCounterId: null });
