import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { waitingSinceOf } from './postpone.ts';
import { type AtCounter, letGo, mayDoHere } from './at-counter.ts';

/**
 * Puts a token back in line: the first time with its wait kept, then as if it came now. A finished or no-show token
 * can come back within the service day in which it ended (`endedToday`); a finished one waits for the counter that
 * finished it, while that is open.
 */
export function requeue(at: AtCounter, endedToday: boolean, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('requeue', at);
  if (!here.ok) return here;
  const { token, counter } = at;
  const isOver = token.state === 'done' || token.state === 'noShow';
  if (isOver && !endedToday) return refuse('wrongState', { verb: 'requeue', state: token.state });
  return accept({
    token: {
      ...token,
      state: 'waiting',
      waitingSince: token.requeueCount === 0 ? waitingSinceOf(token, now) : now.queueAt,
      requeueCount: token.requeueCount + 1,
      counterId: null,
      boundCounterId: token.state === 'done' && counter.status !== 'closed' ? counter.id : null,
      startedAt: null,
      endedAt: null,
      returnAt: null,
      awaySince: null,
    },
    counter: letGo(counter, token),
  });
}
