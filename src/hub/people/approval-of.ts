import { dayBounds } from '../../domain/calendar/service-day.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { CommandName } from '../../protocol/commands.ts';
import { APPROVED_BY } from '../../protocol/roles.ts';
import type { ReadCommand } from '../commands/run-command.ts';
import type { CommandContext } from '../context.ts';

/** Whether this operator has called out of order as often today as needs nobody. */
function hasFreeJump({ store, serviceDay, centre, origin }: CommandContext): boolean {
  const [dayBeganAt] = dayBounds(serviceDay, centre);
  return store.jumpsBy(origin.actor, dayBeganAt) < centre.people.freeJumps;
}

/** What calls somebody out of order: both are logged as jumps, and counted together. */
const JUMPS: readonly CommandName[] = ['jump', 'serveWithoutToken'];

/** Who approved a command; null where nobody has to. */
export function approvalOf(context: CommandContext, { name, approval }: ReadCommand): Decision<string | null> {
  const { approvals, sender } = context;
  const isFree = APPROVED_BY[name] === undefined || (JUMPS.includes(name) && hasFreeJump(context));
  if (approvals === null || isFree) return accept(null);
  const by = approvals.take(approval, sender.device, name);
  return by === undefined ? refuse('approvalNeeded') : accept(by);
}
