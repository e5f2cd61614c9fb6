import type { Role } from '../domain/people/role.ts';
import type { CommandName, QuestionName } from '../protocol/commands.ts';
import { MAY_SEND, mayAsk, maySend } from '../protocol/roles.ts';
import { useHub } from '../renderer/use-hub.ts';

type Wish = CommandName | QuestionName;
const isCommand = (wish: Wish): wish is CommandName => Object.hasOwn(MAY_SEND, wish);

/** Whether a role may send that command, or ask that question, at this screen. */
export const roleMay = (role: Role, wish: Wish): boolean =>
  isCommand(wish) ? maySend(wish, 'manager', role) : mayAsk(wish, 'manager', role);

/** What who is signed in here may send and ask: nothing else is offered. */
export function useMay(): (wish: Wish) => boolean {
  const { you } = useHub();
  return (wish) => roleMay(you?.role ?? 'nobody', wish);
}
