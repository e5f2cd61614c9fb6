import type { LoggedEvent } from '../../store/log/event.ts';
import type { Topic } from './topics.ts';

/**
 * Which topics a run of events changes. Whatever moves a token or a counter moves what every console and board may
 * show (lists, transfer targets, who is parked where); pushes are coalesced, so the broad answer is the right one.
 */
export function touchedBy(events: readonly LoggedEvent[]): (topic: Topic) => boolean {
  const slips = events.flatMap(({ payload: { slip } }) => slip ?? []);
  const kiosks = new Set(slips.map(({ kioskId }) => kioskId));
  const counters = new Set(slips.map(({ counterId }) => counterId));
  const hasMoved = events.some(
    ({ payload: { tokens = [], counters = [], appointments = [], applications = [], hall } }) =>
      tokens.length + counters.length + appointments.length + applications.length > 0 || hall !== undefined,
  );
  return (topic) => {
    switch (topic.name) {
      case 'centre':
        return false;
      case 'kiosk':
        return hasMoved || kiosks.has(topic.kioskId);
      case 'counter':
        return hasMoved || counters.has(topic.counterId);
      case 'manager':
        return hasMoved || slips.length > 0;
      case 'board':
      case 'counterDisplay':
        return hasMoved;
    }
  };
}
