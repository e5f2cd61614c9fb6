import type { PriorityClass } from '../centre.ts';
import { accept, type Decision } from '../decision.ts';
import { targetOf } from '../target.ts';
import type { Token } from '../token.ts';
import { mayDo } from '../verb-table.ts';

/**
 * Sets the priority classes that the operator has seen for themselves; the target follows, the wait stays.
 * `promisedMs` is the target of its line without any class.
 */
export function correctClass(token: Token, promisedMs: number, classes: readonly PriorityClass[]): Decision<Token> {
  const allowed = mayDo('correctClass', token);
  if (!allowed.ok) return allowed;
  return accept({ ...token, classes: classes.map((one) => one.id), targetMs: targetOf(promisedMs, classes) });
}
