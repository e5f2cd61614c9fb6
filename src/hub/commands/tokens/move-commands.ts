import { findService } from '../../../domain/centre.ts';
import { accept, type Decision, refuse } from '../../../domain/decision.ts';
import { classesLeft, classesOf } from '../../../domain/target.ts';
import type { AtCounter } from '../../../domain/verbs/at-counter.ts';
import { promisedMsOf } from '../../../domain/verbs/check-in.ts';
import { correctClass } from '../../../domain/verbs/correct-class.ts';
import { park, resume } from '../../../domain/verbs/parking.ts';
import { transferToCounter, transferToService } from '../../../domain/verbs/transfer.ts';
import type { Payload } from '../../../protocol/commands.ts';
import { type CommandContext, counterNow, logVerb } from '../../context.ts';
import { backInLine, resultOf, settle, tokenHere } from '../at-own-counter.ts';
import type { Handler } from '../handler.ts';

export const parkCommand: Handler<'park'> = (context, { tokenId, returnMinutes }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const returnAt = returnMinutes === null ? null : context.now.at + returnMinutes * 60_000;
  return settle(context, 'park', here.value, park(here.value, returnAt));
};

export const resumeCommand: Handler<'resume'> = (context, { tokenId }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const resumed = resume(here.value, context.now);
  const isCalled = resumed.ok && resumed.value.token.state === 'called';
  return settle(context, 'resume', here.value, resumed, isCalled ? { announceAt: here.value.counter.id } : {});
};

function decideTransfer(context: CommandContext, here: AtCounter, to: Payload<'transfer'>['to']): Decision<AtCounter> {
  if (to.kind === 'counter') {
    const isPlanned = context.centre.counters.some((place) => place.id === to.counterId);
    return isPlanned ? transferToCounter(here, counterNow(context, to.counterId)) : refuse('unknownCounter');
  }
  const service = findService(context.centre, to.serviceId);
  if (!service) return refuse('unknownService', { service: to.serviceId });
  return transferToService(here, service, classesLeft(context.centre, here.token.classes), context.now);
}

export const transferCommand: Handler<'transfer'> = (context, { tokenId, to }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const about = to.kind === 'service' ? { service: to.serviceId } : { counter: to.counterId };
  return settle(context, 'transfer', here.value, decideTransfer(context, here.value, to), { about });
};

export const requeueCommand: Handler<'requeue'> = (context, { tokenId }) => {
  const here = tokenHere(context, tokenId);
  return here.ok ? settle(context, 'requeue', here.value, backInLine(context, here.value)) : here;
};

export const correctClassCommand: Handler<'correctClass'> = (context, { tokenId, classes: ids }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const { token } = here.value;
  const promisedMs = promisedMsOf(context.centre, token);
  if (promisedMs === undefined) return refuse('unknownService', { service: token.serviceId });
  const classes = classesOf(context.centre, ids);
  if (!classes.ok) return classes;
  const corrected = correctClass(token, promisedMs, classes.value);
  if (!corrected.ok) return corrected;
  const about = { from: token.classes.join(','), to: corrected.value.classes.join(',') };
  logVerb(context, 'correctClass', { token }, { token: corrected.value }, { about });
  return accept(resultOf(corrected.value));
};
