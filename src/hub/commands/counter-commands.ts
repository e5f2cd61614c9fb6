import type { Counter } from '../../domain/counter.ts';
import { accept, type Decision } from '../../domain/decision.ts';
import { closeCounter, openCounter, setAutoCall, takeBreak } from '../../domain/verbs/counter-verbs.ts';
import type { Result } from '../../protocol/replies.ts';
import type { Payload } from '../../store/log/event.ts';
import { patchOf } from '../../store/log/patch.ts';
import { type CommandContext, log } from '../context.ts';
import { ownCounter } from './at-own-counter.ts';
import type { Handler } from './handler.ts';

function settleCounter(context: CommandContext, kind: string, after: Counter, extra: Payload = {}): Decision<Result> {
  const patch = patchOf(context.store.counters.get(after.id), after);
  log(context, kind, null, { ...extra, counters: [patch] });
  return accept({ counterId: after.id });
}

export const openCounterCommand: Handler<'openCounter'> = (context, { operator }) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const opened = openCounter(counter.value, context.sender.staff?.name ?? operator, context.now);
  return opened.ok ? settleCounter(context, 'openCounter', opened.value) : opened;
};

export const takeBreakCommand: Handler<'takeBreak'> = (context) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const paused = takeBreak(counter.value, context.now);
  return paused.ok ? settleCounter(context, 'takeBreak', paused.value) : paused;
};

export const closeCounterCommand: Handler<'closeCounter'> = (context) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const { tokens } = context.store;
  const bound = tokens
    .lines()
    .filter((line) => line.boundCounterId === counter.value.id)
    .flatMap((line) => tokens.waitingIn(line, line.waiting));
  const closed = closeCounter(counter.value, bound, context.now);
  if (!closed.ok) return closed;
  const released = closed.value.released.map(({ id, boundCounterId }) => ({ id, boundCounterId }));
  return settleCounter(context, 'closeCounter', closed.value.counter, { tokens: released });
};

export const setAutoCallCommand: Handler<'setAutoCall'> = (context, { isOn }) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const set = setAutoCall(counter.value, isOn);
  return set.ok ? settleCounter(context, 'setAutoCall', set.value) : set;
};
