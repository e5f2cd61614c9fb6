import { type Centre, findService, type Service } from '../centre.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import {
  endStep,
  enter,
  findStage,
  firstCounterStage,
  type Stage,
  stageAfter,
  type StepEnd,
} from '../journeys/journey.ts';
import { classesLeft, targetOf } from '../target.ts';
import type { Token } from '../token.ts';
import { type AtCounter, letEnd, mayDoHere } from './at-counter.ts';
import { type IssueFacts, leastWaitFirst, stepsAtDoor } from './issue.ts';

/** What decides where a token goes on to. */
export interface WayOn {
  readonly centre: Centre;
  /** Who ended the stage. */
  readonly actor: string;
  readonly waitFor: IssueFacts['waitFor'];
}

/** The citizen stands at the counter: serving begins. */
export function start(at: AtCounter, now: Moment): Decision<AtCounter> {
  const here = mayDoHere('start', at);
  return here.ok ? accept({ ...at, token: { ...at.token, state: 'serving', startedAt: now.at } }) : here;
}

/** The token in the queue of a stage, from now on, with the promise of that stage. */
function inQueue(token: Token, stage: Stage, centre: Centre, now: Moment): Token {
  return {
    ...token,
    state: 'waiting',
    stageId: stage.id,
    waitingSince: now.queueAt,
    targetMs: targetOf(stage.targetMs, classesLeft(centre, token.classes)),
    slotAt: null,
    counterId: null,
    boundCounterId: null,
    startedAt: null,
    recallCount: 0,
  };
}

/** The next service of the visit: of those still to come the one that waits least. */
function nextService(token: Token, { centre, waitFor }: WayOn): Service | undefined {
  const [id] = leastWaitFirst(token.nextServices, waitFor);
  return id === undefined ? undefined : findService(centre, id);
}

function beginService(token: Token, service: Service, way: WayOn, now: Moment): Token {
  const stage = firstCounterStage(service);
  const begun = {
    ...token,
    serviceId: service.id,
    steps: stepsAtDoor(service, stage, now.at),
    nextServices: token.nextServices.filter((id) => id !== service.id),
    applicationId: null,
  };
  return inQueue(begun, stage, way.centre, now);
}

/** Where a token goes when a stage of it has ended: the next counter stage, the next service, or home. */
function goOn(token: Token, end: StepEnd, reason: string | null, way: WayOn, now: Moment): Token {
  const ended = { ...token, steps: endStep(token.steps, { at: now.at, end, actor: way.actor, reason }) };
  const service = findService(way.centre, token.serviceId);
  const next = service && end !== 'ended' ? stageAfter(service, token.stageId) : undefined;
  if (next?.place === 'counter') {
    return inQueue({ ...ended, steps: [...ended.steps, enter(next.id, now.at)] }, next, way.centre, now);
  }
  const another = end === 'ended' ? undefined : nextService(token, way);
  if (another) return beginService(ended, another, way, now);
  return { ...ended, state: 'done', endedAt: now.at };
}

type Ending = { readonly end: StepEnd; readonly reason: string | null };

function end(verb: 'finish' | 'skipStage' | 'endVisit', at: AtCounter, how: Ending, way: WayOn, now: Moment) {
  const here = mayDoHere(verb, at);
  if (!here.ok) return here;
  return accept({
    token: goOn(at.token, how.end, how.reason, way, now),
    counter: letEnd(at.counter, at.token, now.queueAt),
  });
}

/** Serving ends: the token walks to its next stage or service by itself, and after the last one the visit is over. */
export const finish = (at: AtCounter, way: WayOn, now: Moment): Decision<AtCounter> =>
  end('finish', at, { end: 'done', reason: null }, way, now);

/** Leaves out a stage that the journey marks as optional. */
export function skipStage(at: AtCounter, way: WayOn, now: Moment): Decision<AtCounter> {
  const service = findService(way.centre, at.token.serviceId);
  const stage = service && findStage(service, at.token.stageId);
  if (!stage?.isOptional) return refuse('stageNotOptional');
  return end('skipStage', at, { end: 'skipped', reason: null }, way, now);
}

/** Ends the visit here, whatever stages and services it still had; a reason is demanded. */
export const endVisit = (at: AtCounter, reason: string, way: WayOn, now: Moment): Decision<AtCounter> =>
  reason.trim() === '' ? refuse('reasonMissing') : end('endVisit', at, { end: 'ended', reason }, way, now);

/** Sends the token back to an earlier counter stage of its service, with the reason ("photograph missing"). */
export function sendBack(
  at: AtCounter,
  to: { readonly stageId: string; readonly reason: string },
  way: WayOn,
  now: Moment,
): Decision<AtCounter> {
  const here = mayDoHere('sendBack', at);
  if (!here.ok) return here;
  if (to.reason.trim() === '') return refuse('reasonMissing');
  const { token } = at;
  const service = findService(way.centre, token.serviceId);
  const place = (id: string) => service?.journey.findIndex((stage) => stage.id === id) ?? -1;
  const stage = service && findStage(service, to.stageId);
  if (stage?.place !== 'counter' || place(stage.id) >= place(token.stageId)) return refuse('unknownStage');
  const ended = endStep(token.steps, { at: now.at, end: 'sentBack', actor: way.actor, reason: to.reason });
  const back = { ...token, steps: [...ended, enter(stage.id, now.at)] };
  return accept({
    token: inQueue(back, stage, way.centre, now),
    counter: letEnd(at.counter, token, now.queueAt),
  });
}
