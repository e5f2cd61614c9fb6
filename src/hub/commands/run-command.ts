import { COMMANDS, type CommandName, type Payload } from '../../protocol/commands.ts';
import type { Reply } from '../../protocol/replies.ts';
import { refusal, wireError } from './command-reply.ts';
import { HANDLERS } from './handlers.ts';
import type { Handler } from './handler.ts';
import { type CommandContext, log } from '../context.ts';
import { approvalOf } from '../people/approval-of.ts';

/** A command whose payload has passed its schema. */
export interface ReadCommand {
  readonly id: string;
  readonly name: CommandName;
  readonly payload: unknown;
  /** Somebody's second PIN, as the hub has given it out. */
  readonly approval?: string | undefined;
  /** Hub time (epoch ms) after which whoever sent it has stopped waiting, and does without. */
  readonly byAt?: number | undefined;
}

function decide(context: CommandContext, command: ReadCommand): Reply {
  const { id, name, payload } = command;
  const approval = approvalOf(context, command);
  if (!approval.ok) return { ok: false, id, error: wireError(approval.error) };
  const handler = HANDLERS[name] as Handler<CommandName>;
  const decision = handler(context, payload as Payload<CommandName>);
  if (decision.ok && approval.value !== null) {
    log(context, 'approve', null, { about: { by: approval.value, command: name } });
  }
  return decision.ok
    ? { ok: true, id, seq: context.store.head().seq, result: decision.value }
    : { ok: false, id, error: wireError(decision.error, context.centre) };
}

/**
 * Carries out a command exactly once, inside the batch's transaction: the answer is stored with the command's id, and
 * a repeat of the id gets that same answer and changes nothing.
 */
export function runCommand(context: CommandContext, command: ReadCommand): Reply {
  if (command.name === 'turnDemoClock') return decide(context, command); // Turning twice is turning once.
  const { commands } = context.store;
  const { device } = context.origin;
  const answered = commands.get(command.id);
  if (answered) {
    const isSame = answered.name === command.name && answered.device === device;
    return isSame ? (JSON.parse(answered.reply) as Reply) : refusal(command.id, 'commandIdReused');
  }
  // Not stored: what is done in its place is told by another command (`forCommand`).
  if (command.byAt !== undefined && context.now.at > command.byAt) return refusal(command.id, 'tooLate');
  const reply = decide(context, command);
  commands.add(command.id, { name: command.name, device, reply: JSON.stringify(reply) }, context.now.at);
  return reply;
}

/** The payload by its schema, or undefined. */
export function readPayload(name: CommandName, payload: unknown): unknown {
  const parsed = COMMANDS[name].safeParse(payload);
  return parsed.success ? parsed.data : undefined;
}
