import type { PriorityClass, Service } from '../centre.ts';
import type { Counter } from '../counter.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { firstCounterStage } from '../journeys/journey.ts';
import { targetOf } from '../target.ts';
import type { Token } from '../token.ts';
import { type AtCounter, letGo, mayDoHere } from './at-counter.ts';
import { stepsAtDoor } from './issue.ts';

const backInLine = (token: Token): Token => ({ ...token, state: 'waiting', counterId: null, startedAt: null });

/** Sends the token to the beginning of another service: the wait is kept, the target is the new line's. */
export function transferToService(
  at: AtCounter,
  service: Service,
  classes: readonly PriorityClass[],
  now: Moment,
): Decision<AtCounter> {
  const here = mayDoHere('transfer', at);
  if (!here.ok) return here;
  if (service.isClosed) return refuse('serviceClosed', { service: service.id });
  if (service.id === at.token.serviceId) return refuse('sameDestination');
  const stage = firstCounterStage(service);
  const token = {
    ...backInLine(at.token),
    serviceId: service.id,
    stageId: stage.id,
    steps: stepsAtDoor(service, stage, now.at),
    services: [...new Set([...at.token.services, service.id])],
    nextServices: at.token.nextServices.filter((id) => id !== service.id),
    applicationId: null,
    slotAt: null,
    targetMs: targetOf(stage.targetMs, classes),
    boundCounterId: null,
  };
  return accept({ token, counter: letGo(at.counter, at.token) });
}

/** Sends the token to one counter, which alone may call it; it must not be closed. */
export function transferToCounter(at: AtCounter, to: Counter): Decision<AtCounter> {
  const here = mayDoHere('transfer', at);
  if (!here.ok) return here;
  if (to.id === at.counter.id) return refuse('sameDestination');
  if (to.status === 'closed') return refuse('counterClosed', { counter: to.id });
  return accept({
    token: { ...backInLine(at.token), boundCounterId: to.id },
    counter: letGo(at.counter, at.token),
  });
}
