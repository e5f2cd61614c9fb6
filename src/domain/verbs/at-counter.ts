import type { Counter } from '../counter.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { isOpen, type Token } from '../token.ts';
import { mayDo, type Verb } from '../verb-table.ts';

/** A token and the counter that acts on it. */
export interface AtCounter {
  readonly token: Token;
  readonly counter: Counter;
}

/** Passes when the counter may take a token into its hands. */
export function canTake(counter: Counter): Decision<Counter> {
  if (counter.status === 'closed') return refuse('counterClosed', { counter: counter.id });
  if (counter.status === 'onBreak') return refuse('counterOnBreak', { counter: counter.id });
  if (counter.tokenId !== null) return refuse('counterBusy', { counter: counter.id });
  return accept(counter);
}

/** Passes when the verb may start from the token's state and an open token is in this counter's hands. */
export function mayDoHere(verb: Verb, { token, counter }: AtCounter): Decision<AtCounter> {
  const allowed = mayDo(verb, token);
  if (!allowed.ok) return allowed;
  if (isOpen(token) && token.counterId !== counter.id) {
    return refuse('wrongCounter', { counter: counter.id, holder: token.counterId ?? 0 });
  }
  return accept({ token, counter });
}

/** The counter with empty hands, if that token was in them. */
export const letGo = (counter: Counter, token: Token): Counter =>
  counter.tokenId === token.id ? { ...counter, tokenId: null } : counter;

/** The counter with empty hands after it ended its token (`before`), which undo can bring back. */
export const letEnd = (counter: Counter, before: Token, queueAt: number): Counter => ({
  ...letGo(counter, before),
  lastEndedTokenId: before.id,
  lastEndedAt: queueAt,
  lastEndedToken: before,
});
