import type { LoggedEvent } from '../../store/log/event.ts';
import type { Topic } from './topics.ts';

/** Whether something touches a topic, and how soon that has to be seen: at once, or with what else changes `soon`. */
export type Touch = boolean | 'soon';

/** The counters whose own work a run of events is. */
function countersIn(events: readonly LoggedEvent[]): ReadonlySet<number | null | undefined> {
  return new Set(
    events.flatMap(({ payload: { tokens = [], counters = [] } }) => [
      ...tokens.map(({ counterId }) => counterId),
      ...counters.map(({ id }) => id),
    ]),
  );
}

/** Whether somebody is called out in a run of events. */
const hasCall = (events: readonly LoggedEvent[]): boolean =>
  events.some(({ payload: { announceAt, hall } }) => announceAt !== undefined || hall !== undefined);

/**
 * Which topics a run of events changes. Whatever moves a token or a counter moves what every console and board may
 * show (lists, transfer targets, who is parked where); pushes are coalesced, so the broad answer is the right one.
 * What others did a console and a kiosk need to show soon, not at once; so does a board what is no call.
 */
export function touchedBy(events: readonly LoggedEvent[]): (topic: Topic) => Touch {
  const working = countersIn(events);
  const slips = events.flatMap(({ payload: { slip } }) => slip ?? []);
  const hasMoved = events.some(
    ({ payload: { tokens = [], counters = [], appointments = [], applications = [], hall } }) =>
      tokens.length + counters.length + appointments.length + applications.length > 0 || hall !== undefined,
  );
  const isManagers = events.some(({ payload: { staffCard, feedback, apiKey, webhook } }) =>
    [staffCard, feedback, apiKey, webhook].some((one) => one !== undefined),
  );
  /** What concerns some screens alone: slips, the staff's cards, what citizens thought. */
  const concerns = (topic: Topic): boolean => {
    switch (topic.name) {
      case 'kiosk':
        return slips.some(({ kioskId }) => kioskId === topic.kioskId);
      case 'counter':
        return slips.some(({ counterId }) => counterId === topic.counterId);
      case 'manager':
        return slips.length > 0 || isManagers;
      case 'wall':
        return events.some(({ payload }) => payload.alarm !== undefined);
      case 'centre':
      case 'board':
      case 'boardCalls':
      case 'counterDisplay':
        return false;
    }
  };
  const isCalled = hasCall(events);
  const isSetUp = events.some(({ payload }) => payload.hall?.centre !== undefined || payload.staff !== undefined);
  /** What others did, on a console or a kiosk; what is no call, on a board. */
  const canWait = (topic: Topic): boolean =>
    topic.name === 'kiosk' ||
    (topic.name === 'counter' && !working.has(topic.counterId)) ||
    (topic.name === 'board' && !isCalled);
  return (topic) => {
    if (topic.name === 'centre') return isSetUp;
    if (topic.name === 'boardCalls') return isCalled;
    if (concerns(topic)) return true;
    return hasMoved && (canWait(topic) ? 'soon' : true);
  };
}
