import { accept, type Decision, type Moment } from '../decision.ts';
import { type AtCounter, letGo, mayDoHere } from './at-counter.ts';

/** The citizen stands at the counter: serving begins. */
export function start(at: AtCounter, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('start', at);
  return here.ok ? accept({ ...at, token: { ...at.token, state: 'serving', startedAt: now.at } }) : here;
}

/** Serving ends, and with it the visit. */
export function finish(at: AtCounter, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('finish', at);
  if (!here.ok) return here;
  return accept({
    token: { ...at.token, state: 'done', endedAt: now.at },
    counter: { ...letGo(at.counter, at.token), lastEndedTokenId: at.token.id, lastEndedAt: now.queueAt },
  });
}
