import type { Application } from '../../../domain/journeys/application.ts';
import { countersFor, levelsOf } from '../../../domain/centre.ts';
import { accept, type Decision, type Moment, refuse } from '../../../domain/decision.ts';
import { queueIdOf } from '../../../domain/journeys/journey.ts';
import type { AtCounter } from '../../../domain/verbs/at-counter.ts';
import { call } from '../../../domain/verbs/calling.ts';
import { leave, markNoShow } from '../../../domain/verbs/ending.ts';
import { endVisit, finish, sendBack, skipStage, start, type WayOn } from '../../../domain/verbs/serving.ts';
import { undo } from '../../../domain/verbs/undo.ts';
import type { Result } from '../../../protocol/replies.ts';
import type { Payload } from '../../../store/log/event.ts';
import { applicationAfter, applicationReopened, type Ending } from '../../cases/follow-token.ts';
import { applicationPatch, type CommandContext, counterNow, logVerb } from '../../context.ts';
import { isLabelTaken, ownCounter, resultOf, settle, tokenHere } from '../at-own-counter.ts';
import { callNextTo } from './call-commands.ts';
import type { Handler } from '../handler.ts';

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

const wayOn = ({ centre, origin, waitFor }: CommandContext): WayOn => ({ centre, actor: origin.actor, waitFor });

/** Prints the tracking number of an application that was filed just now, at the counter that filed it. */
function trackingSlip(context: CommandContext, counterId: number, tokenId: number): NonNullable<Payload['slip']> {
  const { store, now, printerOf } = context;
  const at = { kioskId: null, counterId, outcome: 'queued', outcomeAt: now.at, copyOf: null } as const;
  return { id: store.slips.nextId(), tokenId, kind: 'tracking', printer: printerOf({ counterId }), ...at };
}

/** Where the citizen goes now, and with which tracking number. */
function ended(context: CommandContext, { token }: AtCounter, application: Application | undefined): Result {
  const { serviceId, stageId } = token;
  const counters = countersFor(context.centre, serviceId, stageId);
  return {
    ...resultOf(token),
    ...(token.state === 'waiting' ? { goTo: { serviceId, stageId, counters } } : {}),
    ...(application ? { trackingNumber: application.trackingNumber } : {}),
  };
}

/** Logs the end of a stage, with what it does to the token's application. */
function settleEnding(
  context: CommandContext,
  kind: string,
  before: AtCounter,
  decision: Decision<AtCounter>,
  how: { readonly ending: Ending; readonly reason: string | null },
): Decision<Result> {
  if (!decision.ok) return decision;
  const { ending, reason } = how;
  const to = { stageId: decision.value.token.stageId, reason };
  const followed = applicationAfter(context, before.token, ending, to);
  if (!followed.ok) return followed;
  const application = followed.value;
  const isFiled = application !== undefined && before.token.applicationId === null;
  const isSameService = decision.value.token.serviceId === before.token.serviceId;
  const token =
    isFiled && isSameService ? { ...decision.value.token, applicationId: application.id } : decision.value.token;
  const after = { ...decision.value, token };
  logVerb(context, kind, before, after, {
    ...(application ? { applications: [applicationPatch(context, application)] } : {}),
    ...(isFiled ? { slip: trackingSlip(context, before.counter.id, token.id) } : {}),
    about: { stage: before.token.stageId, ...(reason === null ? {} : { reason }) },
  });
  return accept(ended(context, after, application));
}

/** The same citizen goes on at the same counter, where that does the next stage too: nobody has to get up. */
function stayHere(context: CommandContext, counterId: number, tokenId: number): Decision<Result> | undefined {
  const token = context.store.tokens.get(tokenId);
  const counter = counterNow(context, counterId);
  const queues = levelsOf(context.centre, counterId).flat();
  if (token?.state !== 'waiting' || !queues.includes(queueIdOf(token.serviceId, token.stageId))) return undefined;
  const called = call({ token, counter }, context.now);
  if (!called.ok) return called;
  const serving = start(called.value, context.now);
  if (!serving.ok) return serving;
  logVerb(context, 'call', { token, counter }, called.value, { about: { stays: true } });
  logVerb(context, 'start', called.value, serving.value);
  return accept(resultOf(serving.value.token));
}

export const finishCommand: Handler<'finish'> = (context, { tokenId, thenCall, stay = false }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const decision = finish(here.value, wayOn(context), context.now);
  const finished = settleEnding(context, 'finish', here.value, decision, { ending: 'done', reason: null });
  const { counter } = here.value;
  if (!finished.ok) return finished;
  const stays = stay ? stayHere(context, counter.id, tokenId) : undefined;
  if (stays?.ok) return accept({ ...finished.value, ...stays.value });
  if (!(thenCall || counter.isAutoCall)) return finished;
  const next = callNextTo(context, counterNow(context, counter.id));
  return next.ok ? next : finished;
};

export const skipStageCommand: Handler<'skipStage'> = (context, { tokenId }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const decision = skipStage(here.value, wayOn(context), context.now);
  return settleEnding(context, 'skipStage', here.value, decision, { ending: 'skipped', reason: null });
};

export const sendBackCommand: Handler<'sendBack'> = (context, { tokenId, stageId, reason }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const decision = sendBack(here.value, { stageId, reason }, wayOn(context), context.now);
  return settleEnding(context, 'sendBack', here.value, decision, { ending: 'sentBack', reason });
};

export const endVisitCommand: Handler<'endVisit'> = (context, { tokenId, reason }) => {
  const here = tokenHere(context, tokenId);
  if (!here.ok) return here;
  const decision = endVisit(here.value, reason, wayOn(context), context.now);
  return settleEnding(context, 'endVisit', here.value, decision, { ending: 'ended', reason });
};

export const undoCommand: Handler<'undo'> = (context) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const token = context.store.tokens.get(counter.value.lastEndedTokenId ?? 0);
  if (!token) return refuse('undoNothing');
  if (isLabelTaken(context, token)) return refuse('undoTokenMoved');
  const before = { token, counter: counter.value };
  const undone = undo(before, context.now);
  const application = undone.ok ? applicationReopened(context, undone.value.token) : undefined;
  const applications = application ? { applications: [applicationPatch(context, application)] } : {};
  return settle(context, 'undo', before, undone, applications);
};
