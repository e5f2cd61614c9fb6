import type { Decision, Moment } from '../../domain/decision.ts';
import { refuse } from '../../domain/decision.ts';
import type { AtCounter } from '../../domain/verbs/at-counter.ts';
import { leave, markNoShow } from '../../domain/verbs/ending.ts';
import { finish, start } from '../../domain/verbs/serving.ts';
import { undo } from '../../domain/verbs/undo.ts';
import { counterNow } from '../context.ts';
import { isLabelTaken, ownCounter, settle, tokenHere } from './at-own-counter.ts';
import { callNextTo } from './call-commands.ts';
import type { Handler } from './handler.ts';

/** A handler for a verb that needs the token and the moment alone. */
const plain =
  <Name extends 'start' | 'markNoShow' | 'leave'>(
    kind: Name,
    verb: (at: AtCounter, now: Moment) => Decision<AtCounter>,
  ): Handler<Name> =>
  (context, { tokenId }) => {
    const here = tokenHere(context, tokenId);
    return here.ok ? settle(context, kind, here.value, verb(here.value, context.now)) : here;
  };

export const startCommand = plain('start', start);
export const markNoShowCommand = plain('markNoShow', markNoShow);
export const leaveCommand = plain('leave', leave);

export const finishCommand: Handler<'finish'> = (context, { tokenId, thenCall }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const finished = settle(context, 'finish', here.value, finish(here.value, context.now));
  const { counter } = here.value;
  if (!finished.ok || !(thenCall || counter.isAutoCall)) return finished;
  const next = callNextTo(context, counterNow(context, counter.id));
  return next.ok ? next : finished;
};

export const undoCommand: Handler<'undo'> = (context) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const token = context.store.tokens.get(counter.value.lastEndedTokenId ?? 0);
  if (!token) return refuse('undoNothing');
  if (isLabelTaken(context, token)) return refuse('undoTokenMoved');
  const before = { token, counter: counter.value };
  return settle(context, 'undo', before, undo(before, context.now));
};
