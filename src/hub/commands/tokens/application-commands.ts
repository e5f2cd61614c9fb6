import {
  advance,
  type Application,
  comeFor,
  endApplication,
  type Hand,
  sendBackApplication,
} from '../../../domain/journeys/application.ts';
import { findService, type Service } from '../../../domain/centre.ts';
import { accept, type Decision, refuse } from '../../../domain/decision.ts';
import { enter, findStage } from '../../../domain/journeys/journey.ts';
import { classesLeft, targetOf } from '../../../domain/target.ts';
import type { Token } from '../../../domain/token.ts';
import { readTrackingNumber } from '../../../domain/journeys/tracking-number.ts';
import { makeToken } from '../../../domain/verbs/issue.ts';
import type { Result } from '../../../protocol/replies.ts';
import { applicationPatch, type CommandContext, log } from '../../context.ts';
import { tryToFind } from './check-in-commands.ts';
import type { Handler } from '../handler.ts';
import { issueFacts, newTokenResult, queuedSlip, seriesAfter } from './new-token.ts';
import { resultOf } from '../at-own-counter.ts';

interface Case {
  readonly application: Application;
  readonly service: Service;
}

function caseOf({ store, centre }: CommandContext, text: string): Decision<Case | undefined> {
  const number = readTrackingNumber(text);
  const application = number === undefined ? undefined : store.applications.byNumber(number);
  const service = application && findService(centre, application.serviceId);
  return accept(application && service ? { application, service } : undefined);
}

function found(context: CommandContext, text: string): Decision<Case> {
  const one = caseOf(context, text);
  return one.ok && one.value ? accept(one.value) : refuse('unknownApplication');
}

const handOf = ({ origin, now }: CommandContext, reason?: string): Hand => ({
  actor: origin.actor,
  at: now.at,
  ...(reason === undefined ? {} : { reason }),
});

/** Logs what a rule decided about an application. */
function settle(
  context: CommandContext,
  kind: string,
  before: Application,
  decision: Decision<Application>,
  about: Readonly<Record<string, string>>,
): Decision<Result> {
  if (!decision.ok) return decision;
  const { trackingNumber } = before;
  const applications = [applicationPatch(context, decision.value)];
  log(context, kind, null, { applications, about: { trackingNumber, stage: before.stageId, ...about } });
  return accept({ trackingNumber });
}

export const advanceApplicationCommand: Handler<'advanceApplication'> = (context, { trackingNumber, stageId, how }) => {
  const one = found(context, trackingNumber);
  if (!one.ok) return one;
  const { application, service } = one.value;
  // What a counter does is ended there, with its citizen; a desk moves only what it has itself.
  if (findStage(service, stageId)?.place === 'counter') return refuse('unknownStage');
  const moved = advance(application, stageId, how, service, context.centre, handOf(context));
  return settle(context, 'advanceApplication', application, moved, { how });
};

export const sendBackApplicationCommand: Handler<'sendBackApplication'> = (context, payload) => {
  const one = found(context, payload.trackingNumber);
  if (!one.ok) return one;
  const { application, service } = one.value;
  const { stageId, reason } = payload;
  const moved = sendBackApplication(application, stageId, service, context.centre, handOf(context, reason));
  return settle(context, 'sendBackApplication', application, moved, { to: stageId, reason });
};

export const endApplicationCommand: Handler<'endApplication'> = (context, { trackingNumber, reason }) => {
  const one = found(context, trackingNumber);
  if (!one.ok) return one;
  const { application } = one.value;
  const moved = endApplication(application, handOf(context, reason));
  return settle(context, 'endApplication', application, moved, { reason });
};

/** The live token that has come for an application already. */
function tokenFor({ store }: CommandContext, { tokenId, id }: Application): Token | undefined {
  const token = store.tokens.get(tokenId);
  const isLive = token !== undefined && !['done', 'left', 'noShow'].includes(token.state);
  return isLive && token.applicationId === id ? token : undefined;
}

/** The same token, made for an application: it stands at the stage where that waits for its citizen. */
export function forApplication(context: CommandContext, token: Token, { application, service }: Case): Token {
  const stage = findStage(service, application.stageId);
  if (!stage) return token;
  return {
    ...token,
    stageId: stage.id,
    steps: [enter(stage.id, context.now.at)],
    targetMs: targetOf(stage.targetMs, classesLeft(context.centre, token.classes)),
    applicationId: application.id,
  };
}

/** An open application of that citizen that waits for them, as it stands once they have come. */
export function waitingCase(context: CommandContext, personId: string | null, serviceId: string): Case | undefined {
  const { store, centre, now } = context;
  const application = personId === null ? undefined : store.applications.openOf(personId, serviceId);
  const service = findService(centre, serviceId);
  if (!application || !service || tokenFor(context, application)) return undefined;
  const come = comeFor(application, service, centre, now.at);
  return come.ok ? { application: come.value, service } : undefined;
}

export const collectCommand: Handler<'collect'> = (context, { trackingNumber, language }) => {
  const one = tryToFind(
    context,
    () => caseOf(context, trackingNumber),
    () => refuse('unknownApplication'),
  );
  if (!one.ok) return one;
  const { application, service } = one.value;
  const holder = tokenFor(context, application);
  if (holder) return refuse('bookingUsed', { label: resultOf(holder).label ?? '' });
  const come = comeFor(application, service, context.centre, context.now.at);
  if (!come.ok) return come;
  const stage = findStage(service, come.value.stageId);
  if (!stage) return refuse('unknownStage');
  if (!context.isCentreOpen) return refuse('centreClosed');
  const facts = issueFacts(context, application.personId);
  const made = makeToken({ service, stage, classes: [], language }, facts, context.now);
  const token = forApplication(context, made, { application: come.value, service });
  const result = newTokenResult(context, token);
  log(context, 'collect', token.id, {
    tokens: [token],
    applications: [applicationPatch(context, { ...come.value, tokenId: token.id })],
    series: seriesAfter(token),
    ...queuedSlip(context, token),
    about: { ahead: result.ahead, trackingNumber: application.trackingNumber },
  });
  return accept({ ...result, trackingNumber: application.trackingNumber });
};
