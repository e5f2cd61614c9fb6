import { accept, type Decision } from '../../../domain/decision.ts';
import type { Token } from '../../../domain/token.ts';
import { canTake } from '../../../domain/verbs/at-counter.ts';
import { jump } from '../../../domain/verbs/calling.ts';
import { comeBack } from '../../../domain/verbs/postpone.ts';
import { checkInAgain } from '../../../domain/verbs/carry-over.ts';
import { enterPaper } from '../../../domain/verbs/enter-paper.ts';
import { issue, type IssueFacts, type Wish } from '../../../domain/verbs/issue.ts';
import { start } from '../../../domain/verbs/serving.ts';
import type { Payload } from '../../../protocol/commands.ts';
import { applicationPatch, type CommandContext, log, logVerb } from '../../context.ts';
import { type Identified, identify } from '../../people/identify.ts';
import { forApplication, waitingCase } from './application-commands.ts';
import { ownCounter, resultOf, tokenByLabel } from '../at-own-counter.ts';
import type { Handler } from '../handler.ts';
import { issueFacts, newTokenResult, queuedSlip, seriesAfter, standingResult } from './new-token.ts';

const NOBODY: Decision<Identified | null> = accept(null);

interface Issued {
  readonly token: Token;
  readonly keep: () => void;
}

function decideIssue(
  context: CommandContext,
  wish: Wish,
  cnic: string | undefined,
  change: Partial<IssueFacts> = {},
): Decision<Issued> {
  const person = cnic === undefined ? NOBODY : identify(context.store, cnic);
  if (!person.ok) return person;
  const facts = { ...issueFacts(context, person.value?.personId ?? null), ...change };
  const issued = issue(context.centre, wish, facts, context.now);
  return issued.ok ? accept({ token: issued.value, keep: person.value?.keep ?? (() => undefined) }) : issued;
}

export const issueCommand: Handler<'issue'> = (context, { cnic, ...wish }: Payload<'issue'>) => {
  const issued = decideIssue(context, wish, cnic);
  if (!issued.ok) return issued;
  const { token: made, keep } = issued.value;
  const waiting = waitingCase(context, made.personId, made.serviceId);
  const token = waiting ? forApplication(context, made, waiting) : made;
  const result = newTokenResult(context, token);
  keep();
  log(context, 'issue', token.id, {
    tokens: [token],
    series: seriesAfter(token),
    ...(waiting ? { applications: [applicationPatch(context, { ...waiting.application, tokenId: token.id })] } : {}),
    ...queuedSlip(context, token),
    about: { ahead: result.ahead },
  });
  return accept(result);
};

export const serveWithoutTokenCommand: Handler<'serveWithoutToken'> = (context, { serviceId, ...wish }) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const ready = canTake(counter.value);
  if (!ready.ok) return ready;
  // Whoever stands at a counter that takes them is not asked for anything and sent away by no clock.
  const here = { isCentreOpen: true, openLeftMs: null, asksIdentity: false };
  const issued = decideIssue(context, { serviceIds: [serviceId], ...wish }, undefined, here);
  if (!issued.ok) return issued;
  const { token } = issued.value;
  const called = jump({ token, counter: counter.value }, 'withoutToken', context.now);
  if (!called.ok) return called;
  const serving = start(called.value, context.now);
  if (!serving.ok) return serving;
  log(context, 'issue', token.id, { tokens: [token], series: seriesAfter(token) });
  const about = { reason: 'withoutToken' };
  const announceAt = counter.value.id;
  logVerb(context, 'jump', { token, counter: counter.value }, called.value, { announceAt, about });
  logVerb(context, 'start', called.value, serving.value);
  return accept(resultOf(serving.value.token));
};

export const checkInCommand: Handler<'checkIn'> = (context, { label }) => {
  const token = tokenByLabel(context, label);
  if (!token.ok) return token;
  // Who stepped away for ten minutes and stands here already need not wait for their end.
  const isAway = token.value.awaySince !== null;
  const back = (isAway ? comeBack : checkInAgain)(token.value, context.now);
  if (!back.ok) return back;
  logVerb(context, 'checkIn', { token: token.value }, { token: back.value });
  return accept(standingResult(context, back.value));
};

export const enterPaperCommand: Handler<'enterPaper'> = (context, entry) => {
  const { tokens } = context.store;
  const facts = {
    ...issueFacts(context, null),
    isUsed: (series: string, number: number) =>
      (tokens.ofDay(context.serviceDay, series, number) ?? tokens.live(series, number)) !== undefined,
  };
  const entered = enterPaper(context.centre, entry, facts, context.now);
  if (!entered.ok) return entered;
  const token = entered.value;
  log(context, 'enterPaper', token.id, { tokens: [token], about: { enteredAt: context.now.at } });
  return accept(newTokenResult(context, token));
};
