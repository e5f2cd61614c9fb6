import type { Counter } from '../counter.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import type { Token } from '../token.ts';

/** The operator sits down, comes back from a break, or takes the counter over from a colleague. */
export const openCounter = (counter: Counter, operator: string, now: Moment): Decision<Counter> =>
  accept({ ...counter, status: 'open', operator, statusAt: counter.status === 'open' ? counter.statusAt : now.at });

/** A pause: nothing is called, what is bound to the counter waits. */
export function takeBreak(counter: Counter, now: Moment): Decision<Counter> {
  if (counter.status === 'closed') return refuse('counterClosed', { counter: counter.id });
  if (counter.tokenId !== null) return refuse('counterBusy', { counter: counter.id });
  return accept({ ...counter, status: 'onBreak', statusAt: now.at });
}

/** The counter closes; the tokens that waited for it alone go back to their service's line. */
export function closeCounter(
  counter: Counter,
  bound: readonly Token[],
  now: Moment,
): Decision<{ readonly counter: Counter; readonly released: readonly Token[] }> {
  if (counter.tokenId !== null) return refuse('counterBusy', { counter: counter.id });
  return accept({
    counter: { ...counter, status: 'closed', operator: null, statusAt: now.at },
    released: bound.map((token) => ({ ...token, boundCounterId: null })),
  });
}

/** Switches calling the next token by itself after a finish. */
export const setAutoCall = (counter: Counter, isAutoCall: boolean): Decision<Counter> =>
  accept({ ...counter, isAutoCall });
