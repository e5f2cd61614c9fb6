import { type Centre, findService, type PriorityClass, type Service } from '../centre.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { enter, firstCounterStage, type Stage, stagesBefore, type Step } from '../journeys/journey.ts';
import { classesOf, targetOf } from '../target.ts';
import { FRESH_TOKEN, type Language, type Token } from '../token.ts';

/** What a citizen asked for: one service, or several in one visit. */
export interface Wish {
  readonly serviceIds: readonly string[];
  readonly classes: readonly string[];
  readonly language: Language;
}

/** A forecast of a wait: what half and what nine in ten do not pass. */
export interface Range {
  readonly p50Ms: number;
  readonly p90Ms: number;
}

/** What the hub knows when the wish arrives. `draw` takes the next number of a series; it is called only on a yes. */
export interface IssueFacts {
  readonly id: number;
  readonly serviceDay: string;
  readonly isCentreOpen: boolean;
  readonly issuedToday: (serviceId: string) => number;
  /** Tokens of this citizen today, where they gave an identity. */
  readonly personToday: (serviceId: string) => number;
  readonly personId: string | null;
  /** Whether a service that requires an identity asks for it here: a counter sees whom it serves. */
  readonly asksIdentity: boolean;
  /** The forecast for somebody who comes now, where there is one. */
  readonly waitFor: (serviceId: string, targetMs?: number) => Range | null;
  /** Open time that is left until the doors close today; null while they never do. */
  readonly openLeftMs: number | null;
  readonly draw: (series: string) => number;
  /** The letter that every series carries on a day on which the store was put back; empty on every other day. */
  readonly mark: string;
}

/** The service that waits least comes first; services without a forecast come last, in the order that was chosen. */
export function leastWaitFirst(serviceIds: readonly string[], waitFor: IssueFacts['waitFor']): readonly string[] {
  const waitOf = (id: string) => waitFor(id)?.p50Ms ?? Number.POSITIVE_INFINITY;
  return serviceIds.toSorted((a, b) => (waitOf(a) === waitOf(b) ? 0 : waitOf(a) - waitOf(b)));
}

/** Whether half of those who came now would still wait when the doors close: then no token is given any more. */
export const closesBefore = (range: Range | null, openLeftMs: number | null): boolean =>
  range !== null && openLeftMs !== null && range.p50Ms > openLeftMs;

/** Whether this citizen may have a token of the service: by identity, and by how many they have had. */
function mayHave(service: Service, { personId, asksIdentity, personToday }: IssueFacts): Decision<Service> {
  const { id, identity, personCap } = service;
  if (personId === null) {
    return identity === 'required' && asksIdentity ? refuse('identityMissing', { service: id }) : accept(service);
  }
  const isCapped = personCap !== null && personToday(id) >= personCap;
  return isCapped ? refuse('personCapReached', { service: id, cap: personCap }) : accept(service);
}

/** Why this service gives no token now, or the service. */
function canGive(centre: Centre, id: string, facts: IssueFacts): Decision<Service> {
  const service = findService(centre, id);
  if (!service) return refuse('unknownService', { service: id });
  if (service.isClosed) return refuse('serviceClosed', { service: id });
  if (service.dayCap !== null && facts.issuedToday(id) >= service.dayCap) {
    return refuse('dayCapReached', { service: id, cap: service.dayCap });
  }
  if (closesBefore(facts.waitFor(id), facts.openLeftMs)) return refuse('closesBefore', { service: id });
  return mayHave(service, facts);
}

function canGiveAll(centre: Centre, wish: Wish, facts: IssueFacts): Decision<readonly Service[]> {
  if (wish.serviceIds.length === 0) return refuse('unknownService', { service: '' });
  if (!facts.isCentreOpen) return refuse('centreClosed');
  const services: Service[] = [];
  for (const id of leastWaitFirst([...new Set(wish.serviceIds)], facts.waitFor)) {
    const service = canGive(centre, id, facts);
    if (!service.ok) return service;
    services.push(service.value);
  }
  return accept(services);
}

/** What the stages before the first counter were: done by coming. */
export const stepsAtDoor = (service: Service, stage: Stage, at: number): readonly Step[] => [
  ...stagesBefore(service, stage.id)
    .filter((one) => one.place === 'kiosk')
    .map(({ id }) => ({ ...enter(id, at), endedAt: at, end: 'done' as const, actor: 'citizen' })),
  enter(stage.id, at),
];

/** No forecast is kept that is longer than a day. */
const MOST_TOLD_MS = 86_400_000;

/** The forecast as a token keeps it; one that names no wait is none. */
function told(range: Range | null): Pick<Token, 'forecastP50Ms' | 'forecastP90Ms'> {
  if (range === null || range.p50Ms > MOST_TOLD_MS) return { forecastP50Ms: null, forecastP90Ms: null };
  return {
    forecastP50Ms: Math.round(range.p50Ms),
    forecastP90Ms: Math.round(Math.min(range.p90Ms, MOST_TOLD_MS)),
  };
}

/** What a new token is made of, beside its number. */
export interface NewToken {
  readonly service: Service;
  readonly stage: Stage;
  readonly classes: readonly PriorityClass[];
  readonly language: Language;
}

/** A fresh waiting token at a stage of a service, with a number drawn from the service's series. */
export function makeToken({ service, stage, classes, language }: NewToken, facts: IssueFacts, now: Moment): Token {
  const targetMs = targetOf(stage.targetMs, classes);
  const series = `${service.series}${facts.mark}`;
  return {
    ...FRESH_TOKEN,
    id: facts.id,
    serviceDay: facts.serviceDay,
    series,
    number: facts.draw(series),
    serviceId: service.id,
    stageId: stage.id,
    steps: stepsAtDoor(service, stage, now.at),
    services: [service.id],
    personId: facts.personId,
    classes: classes.map((one) => one.id),
    language,
    waitingSince: now.queueAt,
    targetMs,
    issuedAt: now.at,
    ...told(facts.waitFor(service.id, targetMs)),
  };
}

/**
 * A new waiting token, or why there is none: unknown or closed service, closed centre, a cap reached, an identity that
 * is required, or a wait that would end after closing. Of several services the one that waits least is first.
 */
export function issue(centre: Centre, wish: Wish, facts: IssueFacts, now: Moment): Decision<Token> {
  const services = canGiveAll(centre, wish, facts);
  if (!services.ok) return services;
  const classes = classesOf(centre, wish.classes);
  if (!classes.ok) return classes;
  const [service, ...others] = services.value;
  if (!service) return refuse('unknownService', { service: '' });
  const stage = firstCounterStage(service);
  const token = makeToken({ service, stage, classes: classes.value, language: wish.language }, facts, now);
  const nextServices = others.map((one) => one.id);
  return accept({ ...token, services: [service.id, ...nextServices], nextServices });
}
