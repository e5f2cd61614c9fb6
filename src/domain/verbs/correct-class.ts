import type { PriorityClass, Service } from '../centre.ts';
import { accept, type Decision } from '../decision.ts';
import { targetOf } from '../target.ts';
import type { Token } from '../token.ts';
import { mayDo } from '../verb-table.ts';

/** Sets the priority classes that the operator has seen for themselves; the target follows, the wait stays. */
export function correctClass(token: Token, service: Service, classes: readonly PriorityClass[]): Decision<Token> {
  const allowed = mayDo('correctClass', token);
  if (!allowed.ok) return allowed;
  return accept({ ...token, classes: classes.map((one) => one.id), targetMs: targetOf(service, classes) });
}
