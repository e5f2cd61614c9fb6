import { pickNext } from '../../domain/calling-rule.ts';
import { levelsOf } from '../../domain/centre.ts';
import type { Counter } from '../../domain/counter.ts';
import { type Decision, refuse } from '../../domain/decision.ts';
import type { Token } from '../../domain/token.ts';
import { canTake } from '../../domain/verbs/at-counter.ts';
import { call, jump, recall } from '../../domain/verbs/calling.ts';
import type { Result } from '../../protocol/replies.ts';
import type { CommandContext } from '../context.ts';
import { linesOf } from '../lines.ts';
import { ownCounter, settle, tokenByLabel, tokenHere } from './at-own-counter.ts';
import type { Handler } from './handler.ts';

/** Calls whom the calling rule puts first for that counter. */
export function callNextTo(context: CommandContext, counter: Counter): Decision<Result> {
  const ready = canTake(counter);
  if (!ready.ok) return ready;
  const levels = levelsOf(context.centre, counter.id);
  const heads = linesOf(context.store, counter.id, levels).flatMap((line) => context.store.tokens.headOf(line) ?? []);
  const head = pickNext(heads, levels, context.now.queueAt);
  const token = head && context.store.tokens.get(head.tokenId);
  if (!token) return refuse('nobodyWaiting');
  const before = { token, counter };
  return settle(context, 'call', before, call(before, context.now), { announceAt: counter.id });
}

export const callCommand: Handler<'call'> = (context) => {
  const counter = ownCounter(context);
  return counter.ok ? callNextTo(context, counter.value) : counter;
};

/** How many citizens of the same service, waiting longer, a jump passes over. */
function overtaken(context: CommandContext, token: Token): number {
  const { tokens } = context.store;
  return tokens
    .lines()
    .filter((line) => line.serviceId === token.serviceId)
    .reduce((sum, line) => sum + tokens.earlierIn(line, token), 0);
}

export const jumpCommand: Handler<'jump'> = (context, { label, reason }) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const token = tokenByLabel(context, label);
  if (!token.ok) return token;
  const before = { token: token.value, counter: counter.value };
  const about = { reason, overtaken: overtaken(context, token.value) };
  return settle(context, 'jump', before, jump(before, reason, context.now), { announceAt: counter.value.id, about });
};

export const recallCommand: Handler<'recall'> = (context, { tokenId }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  return settle(context, 'recall', here.value, recall(here.value, context.now), { announceAt: here.value.counter.id });
};
