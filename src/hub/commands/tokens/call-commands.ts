import { pickNext } from '../../../domain/calling-rule.ts';
import { levelsOf } from '../../../domain/centre.ts';
import type { Counter } from '../../../domain/counter.ts';
import { accept, type Decision, refuse } from '../../../domain/decision.ts';
import type { Token } from '../../../domain/token.ts';
import { type AtCounter, canTake } from '../../../domain/verbs/at-counter.ts';
import { call, jump, recall } from '../../../domain/verbs/calling.ts';
import type { Result } from '../../../protocol/replies.ts';
import { type CommandContext, logVerb } from '../../context.ts';
import { linesOf } from '../../lines.ts';
import { backInLine, ownCounter, settle, tokenByLabel, tokenHere } from '../at-own-counter.ts';
import type { Handler } from '../handler.ts';

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
    .filter((line) => line.serviceId === token.serviceId && line.stageId === token.stageId)
    .reduce((sum, line) => sum + tokens.earlierIn(line, token), 0);
}

/** A no-show or parked token goes back in line before it can be called by hand: its citizen stands there. */
function inLineFirst(context: CommandContext, at: AtCounter): Decision<AtCounter> {
  const { state } = at.token;
  return state === 'noShow' || state === 'parked' ? backInLine(context, at) : accept(at);
}

export const jumpCommand: Handler<'jump'> = (context, { label, reason }) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const token = tokenByLabel(context, label);
  if (!token.ok) return token;
  const found = { token: token.value, counter: counter.value };
  const lined = inLineFirst(context, found);
  if (!lined.ok) return lined;
  const called = jump(lined.value, reason, context.now);
  if (!called.ok) return called;
  if (lined.value !== found) logVerb(context, 'requeue', found, lined.value);
  const about = { reason, overtaken: overtaken(context, lined.value.token) };
  return settle(context, 'jump', lined.value, called, { announceAt: counter.value.id, about });
};

export const recallCommand: Handler<'recall'> = (context, { tokenId }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  return settle(context, 'recall', here.value, recall(here.value, context.now), { announceAt: here.value.counter.id });
};
