import { accept, type Decision, type Moment } from '../decision.ts';
import { mayDo } from '../verb-table.ts';
import { waitingSinceOf } from './postpone.ts';
import { type AtCounter, canTake, letGo, mayDoHere } from './at-counter.ts';

/** The citizen steps aside (a photocopy, a bank slip) and keeps the place; `returnAt` in epoch ms, or null. */
export function park(at: AtCounter, returnAt: number | null): Decision<AtCounter> {
  const here = mayDoHere('park', at);
  if (!here.ok) return here;
  return accept({ token: { ...at.token, state: 'parked', returnAt }, counter: letGo(at.counter, at.token) });
}

/** The citizen is back: called at the same counter if that is the one asking and it is free, else waiting in line. */
export function resume(at: AtCounter, now: Moment): Decision<AtCounter> {
  const { token, counter } = at;
  const allowed = mayDo('resume', token);
  if (!allowed.ok) return allowed;
  const back = { ...token, waitingSince: waitingSinceOf(token, now), awaySince: null, returnAt: null };
  if (token.counterId !== counter.id || !canTake(counter).ok) {
    return accept({ token: { ...back, state: 'waiting', counterId: null }, counter });
  }
  return accept({
    token: { ...back, state: 'called', calledAt: now.at, lastCallAt: now.queueAt, recallCount: 0 },
    counter: { ...counter, tokenId: token.id },
  });
}
