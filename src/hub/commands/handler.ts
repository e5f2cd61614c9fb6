import type { Decision } from '../../domain/decision.ts';
import type { CommandName, Payload } from '../../protocol/commands.ts';
import type { Result } from '../../protocol/replies.ts';
import type { CommandContext } from '../context.ts';

/** Carries out one command. It logs only after every rule has said yes, so that a no leaves nothing behind. */
export type Handler<Name extends CommandName> = (context: CommandContext, payload: Payload<Name>) => Decision<Result>;
