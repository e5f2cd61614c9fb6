import type { Service } from '../centre.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { endStep, enter, FILING, findStage, type Stage, stageAfter, type Step } from './journey.ts';
import type { Calendar } from '../calendar/opening-hours.ts';
import type { Token } from '../token.ts';
import { addOpenMs } from '../calendar/working-time.ts';

export const APPLICATION_STATES = ['open', 'delivered', 'ended'] as const;

/** A filed case that lives past today. Times in epoch ms. */
export interface Application {
  readonly id: number;
  readonly trackingNumber: string;
  readonly serviceId: string;
  readonly personId: string | null;
  /** The token that filed it, or that came for it last. */
  readonly tokenId: number;
  readonly state: (typeof APPLICATION_STATES)[number];
  readonly stageId: string;
  readonly enteredAt: number;
  /** When the stage is at risk and when it is due, in working time; null where nobody but the citizen is waited for. */
  readonly riskAt: number | null;
  readonly dueAt: number | null;
  readonly steps: readonly Step[];
  /** Stage → when it was to be over, as planned at the filing. */
  readonly planned: Readonly<Record<string, number>>;
  readonly filedAt: number;
  readonly endedAt: number | null;
}

/** Part of a stage's working time after which it is at risk. */
const RISK_SHARE = 0.8;

/** Who moves an application, when, and why. */
export interface Hand {
  readonly actor: string;
  readonly at: number;
  readonly reason?: string;
}

/** When each stage after `stageId` is to be over for one that ends it at `at`. */
function planAfter(service: Service, stageId: string, at: number, calendar: Calendar): Record<string, number> {
  const planned: Record<string, number> = {};
  let end = at;
  for (let stage = stageAfter(service, stageId); stage; stage = stageAfter(service, stage.id)) {
    end = addOpenMs(calendar, end, stage.targetMs + stage.serviceMs);
    planned[stage.id] = end;
  }
  return planned;
}

/** The fields of a stage that is entered. */
function entering(stage: Stage, at: number, calendar: Calendar) {
  const isDue = stage.place === 'backOffice';
  return {
    stageId: stage.id,
    enteredAt: at,
    riskAt: isDue ? addOpenMs(calendar, at, stage.targetMs * RISK_SHARE) : null,
    dueAt: isDue ? addOpenMs(calendar, at, stage.targetMs) : null,
  };
}

/** Whether finishing that stage of a token makes an application. */
export const isFiled = (token: Pick<Token, 'stageId' | 'applicationId'>): boolean =>
  token.stageId === FILING && token.applicationId === null;

/**
 * The application that a token files by ending its filing stage. `before` is the token as it stood at that stage.
 * Planned times of the stages before are when they were.
 */
export function fileApplication(
  before: Token,
  service: Service,
  made: { readonly id: number; readonly trackingNumber: string },
  calendar: Calendar,
  hand: Hand,
): Application {
  const steps = endStep(before.steps, { at: hand.at, end: 'done', actor: hand.actor, reason: null });
  const passed = Object.fromEntries(steps.map((step) => [step.stageId, step.endedAt ?? hand.at]));
  const filed: Application = {
    ...made,
    serviceId: service.id,
    personId: before.personId,
    tokenId: before.id,
    state: 'open',
    stageId: before.stageId,
    enteredAt: hand.at,
    riskAt: null,
    dueAt: null,
    steps,
    planned: { ...passed, ...planAfter(service, before.stageId, hand.at, calendar) },
    filedAt: hand.at,
    endedAt: null,
  };
  return toNext(filed, service, calendar, hand.at);
}

/** On to the stage after; delivered when there is none. */
function toNext(application: Application, service: Service, calendar: Calendar, at: number): Application {
  const next = stageAfter(service, application.stageId);
  if (!next) return { ...application, state: 'delivered', riskAt: null, dueAt: null, endedAt: at };
  return { ...application, ...entering(next, at, calendar), steps: [...application.steps, enter(next.id, at)] };
}

const isOver = ({ state }: Application): boolean => state !== 'open';

/** Ends the stage in which it is (`stageId`, so that a second scan moves nothing), and goes on to the next. */
export function advance(
  application: Application,
  stageId: string,
  how: 'done' | 'skipped',
  service: Service,
  calendar: Calendar,
  hand: Hand,
): Decision<Application> {
  if (isOver(application)) return refuse('applicationOver');
  if (application.stageId !== stageId) return refuse('applicationMoved');
  if (how === 'skipped' && findStage(service, stageId)?.isOptional !== true) return refuse('stageNotOptional');
  const { actor, at, reason = null } = hand;
  const steps = endStep(application.steps, { at, end: how, actor, reason });
  return accept(toNext({ ...application, steps }, service, calendar, at));
}

/** Sends it back to an earlier stage, with a reason; at a counter it then waits for its citizen. */
export function sendBackApplication(
  application: Application,
  toStageId: string,
  service: Service,
  calendar: Calendar,
  hand: Hand,
): Decision<Application> {
  if (isOver(application)) return refuse('applicationOver');
  const reason = hand.reason?.trim() ?? '';
  if (reason === '') return refuse('reasonMissing');
  const place = (id: string) => service.journey.findIndex((stage) => stage.id === id);
  const stage = findStage(service, toStageId);
  if (!stage || stage.place === 'kiosk' || place(toStageId) >= place(application.stageId))
    return refuse('unknownStage');
  const steps = endStep(application.steps, { at: hand.at, end: 'sentBack', actor: hand.actor, reason });
  return accept({
    ...application,
    ...entering(stage, hand.at, calendar),
    steps: [...steps, enter(stage.id, hand.at)],
  });
}

/** Ends an application that comes to nothing, with a reason. */
export function endApplication(application: Application, hand: Hand): Decision<Application> {
  if (isOver(application)) return refuse('applicationOver');
  const reason = hand.reason?.trim() ?? '';
  if (reason === '') return refuse('reasonMissing');
  const steps = endStep(application.steps, { at: hand.at, end: 'ended', actor: hand.actor, reason });
  return accept({ ...application, state: 'ended', steps, riskAt: null, dueAt: null, endedAt: hand.at });
}

/** Takes an ending back: it is in that stage again, as if nobody had ended it. */
export function reopen(application: Application, stageId: string): Application {
  const place = application.steps.findLastIndex((step) => step.stageId === stageId);
  const step = application.steps[place];
  if (!step) return application;
  return {
    ...application,
    state: 'open',
    stageId,
    enteredAt: step.enteredAt,
    riskAt: null,
    dueAt: null,
    endedAt: null,
    steps: [...application.steps.slice(0, place), enter(stageId, step.enteredAt)],
  };
}

/**
 * The citizen has come for it: what waited for them is over, and it stands at a counter stage, where the token goes.
 * Refused while the back office has it, with the stage and when that is due.
 */
export function comeFor(
  application: Application,
  service: Service,
  calendar: Calendar,
  at: number,
): Decision<Application> {
  if (isOver(application)) return refuse('applicationOver');
  const stage = findStage(service, application.stageId);
  if (stage?.place === 'counter') return accept(application);
  if (stage?.place !== 'citizen') {
    return refuse('applicationNotReady', { stage: application.stageId, dueAt: application.dueAt ?? 0 });
  }
  const here = advance(application, stage.id, 'done', service, calendar, { actor: 'citizen', at });
  return here.ok && findStage(service, here.value.stageId)?.place !== 'counter' ? refuse('applicationOver') : here;
}

export type Standing = 'onTime' | 'atRisk' | 'overdue';

/** How an application stands against its due time. */
export function standingOf({ riskAt, dueAt }: Pick<Application, 'riskAt' | 'dueAt'>, at: number): Standing {
  if (dueAt !== null && at > dueAt) return 'overdue';
  return riskAt !== null && at >= riskAt ? 'atRisk' : 'onTime';
}

/** One stage of a timeline: what was planned, and what became of it. */
export interface TimelineStage {
  readonly stageId: string;
  readonly plannedAt: number | null;
  readonly enteredAt: number | null;
  readonly endedAt: number | null;
  readonly end: Step['end'];
  readonly actor: string | null;
  /** The last reason that somebody gave here, for a return or an end. */
  readonly reason: string | null;
  readonly isNow: boolean;
}

/** A stage that nobody has come to yet. */
const AHEAD = { enteredAt: null, endedAt: null, end: null, actor: null } as const;

/** Every stage of the journey, planned and actual; of a stage that was gone through twice the last time. */
export function timelineOf(service: Service, application: Application): readonly TimelineStage[] {
  return service.journey.map(({ id }) => {
    const steps = application.steps.filter((step) => step.stageId === id);
    const { enteredAt, endedAt, end, actor } = steps.at(-1) ?? AHEAD;
    const plannedAt = application.planned[id] ?? null;
    const reason = steps.findLast((step) => step.reason !== null)?.reason ?? null;
    const isNow = application.state === 'open' && application.stageId === id;
    return { stageId: id, plannedAt, enteredAt, endedAt, end, actor, reason, isNow };
  });
}
