import { type Centre, findService } from '../centre.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { classesOf, targetOf } from '../target.ts';
import type { Language, Token } from '../token.ts';

/** What a citizen asked for. */
export interface Wish {
  readonly serviceId: string;
  readonly classes: readonly string[];
  readonly language: Language;
}

/** What the hub knows when the wish arrives. `draw` takes the next number of a series; it is called only on a yes. */
export interface IssueFacts {
  readonly id: number;
  readonly serviceDay: string;
  readonly isCentreOpen: boolean;
  readonly issuedToday: number;
  readonly draw: (series: string) => number;
}

/** A new waiting token, or why there is none: unknown or closed service, closed centre, day cap reached. */
export function issue(centre: Centre, wish: Wish, facts: IssueFacts, now: Moment): Decision<Token> {
  const service = findService(centre, wish.serviceId);
  if (!service) return refuse('unknownService', { service: wish.serviceId });
  if (!facts.isCentreOpen) return refuse('centreClosed');
  if (service.isClosed) return refuse('serviceClosed', { service: service.id });
  if (service.dayCap !== null && facts.issuedToday >= service.dayCap) {
    return refuse('dayCapReached', { service: service.id, cap: service.dayCap });
  }
  const classes = classesOf(centre, wish.classes);
  if (!classes.ok) return classes;
  return accept({
    id: facts.id,
    serviceDay: facts.serviceDay,
    series: service.series,
    number: facts.draw(service.series),
    serviceId: service.id,
    classes: classes.value.map((one) => one.id),
    language: wish.language,
    state: 'waiting',
    waitingSince: now.queueAt,
    targetMs: targetOf(service, classes.value),
    counterId: null,
    boundCounterId: null,
    issuedAt: now.at,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    waitedMs: null,
    lastCallAt: null,
    recallCount: 0,
    requeueCount: 0,
    returnAt: null,
    carriedWaitMs: 0,
    carriedTurns: 0,
  });
}
