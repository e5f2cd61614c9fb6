import type { Counter } from '../../domain/counter.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { labelOf, parseLabel } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import { serviceDayOf } from '../../domain/calendar/service-day.ts';
import type { AtCounter } from '../../domain/verbs/at-counter.ts';
import { requeue } from '../../domain/verbs/requeue.ts';
import type { Result } from '../../protocol/replies.ts';
import type { Payload } from '../../store/log/event.ts';
import { readTokenKey } from '../citizen/token-key.ts';
import { type CommandContext, counterNow, logVerb } from '../context.ts';

/** The counter that this console is signed in to. */
export function ownCounter(context: CommandContext): Decision<Counter> {
  const { sender } = context;
  if (sender.screen !== 'operator' || sender.counterId === null) return refuse('unknownCounter');
  return accept(counterNow(context, sender.counterId));
}

/** That token, with the counter that this console is signed in to. */
export function tokenHere(context: CommandContext, tokenId: number): Decision<AtCounter> {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const token = context.store.tokens.get(tokenId);
  return token ? accept({ token, counter: counter.value }) : refuse('unknownToken');
}

/** The token of a slip whose code was scanned: the address of its page, which ends with its key. */
function tokenByCode({ store }: CommandContext, text: string): Token | undefined {
  const key = /\/t\/([\w-]{1,40})$/.exec(text.trim())?.[1];
  const tokenId = key === undefined ? undefined : readTokenKey(store.personKey, key);
  return tokenId === undefined ? undefined : store.tokens.get(tokenId);
}

/** The token that people mean by a label: the one that holds it now, else today's. */
export function tokenByLabel(context: CommandContext, text: string): Decision<Token> {
  const scanned = tokenByCode(context, text);
  if (scanned) return accept(scanned);
  const label = parseLabel(text);
  if (!label) return refuse('unknownToken');
  const { tokens } = context.store;
  const { series, number } = label;
  const alias = context.store.aliases.tokenOf(context.serviceDay, series, number);
  const token =
    tokens.live(series, number) ??
    tokens.ofDay(context.serviceDay, series, number) ??
    (alias === undefined ? undefined : tokens.get(alias));
  return token ? accept(token) : refuse('unknownToken');
}

/** Whether another token has been given this one's label meanwhile: then this one can no longer come back. */
export function isLabelTaken(context: CommandContext, token: Token): boolean {
  const holder = context.store.tokens.live(token.series, token.number);
  return holder !== undefined && holder.id !== token.id;
}

/** Puts a token back in line by the rule of requeue; one whose label another token holds now stays where it is. */
export function backInLine(context: CommandContext, at: AtCounter): Decision<AtCounter> {
  const { token } = at;
  if (isLabelTaken(context, token)) return refuse('wrongState', { verb: 'requeue', state: token.state });
  const endedDay = token.endedAt === null ? undefined : serviceDayOf(token.endedAt, context.centre);
  return requeue(at, endedDay === context.serviceDay, context.now);
}

/** Logs what a rule decided about a token at a counter, and answers with the token. */
export function settle(
  context: CommandContext,
  kind: string,
  before: AtCounter,
  decision: Decision<AtCounter>,
  extra?: Payload,
): Decision<Result> {
  if (!decision.ok) return decision;
  logVerb(context, kind, before, decision.value, extra);
  return accept(resultOf(decision.value.token));
}

export const resultOf = (token: Token): Result => ({
  tokenId: token.id,
  label: labelOf(token),
  ...(token.counterId === null ? {} : { counterId: token.counterId }),
});
