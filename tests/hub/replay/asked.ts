import { type AnswerOf, ANSWERS } from '../../../src/protocol/answers/answers.ts';
import type { Question, QuestionName } from '../../../src/protocol/commands.ts';
import type { join } from '../../support/test-hub.ts';

/** The first question starts a worker, which takes its time on a machine with much to do. */
const ANSWER_MS = 30_000;

type Asked<Name extends QuestionName> = Extract<Question, { readonly name: Name }>['payload'];
type Manager = Pick<ReturnType<typeof join>, 'socket'>;
type Reply<Name extends QuestionName> =
  | { readonly ok: true; readonly value: AnswerOf<Name> }
  | { readonly ok: false; readonly error: { readonly code: string } };

/** What the hub answers to a question. */
export const asked = <Name extends QuestionName>(
  { socket }: Manager,
  name: Name,
  payload: Asked<Name>,
): Promise<Reply<Name>> =>
  socket.timeout(ANSWER_MS).emitWithAck('ask', { name, payload }) as unknown as Promise<Reply<Name>>;

/** The answer to a question, of the shape that the protocol says. @throws when there is none. */
export async function answerOf<Name extends QuestionName>(
  manager: Manager,
  name: Name,
  payload: Asked<Name>,
): Promise<AnswerOf<Name>> {
  const reply = await asked(manager, name, payload);
  if (!reply.ok) throw new Error(reply.error.code);
  return ANSWERS[name].parse(reply.value) as AnswerOf<Name>;
}
