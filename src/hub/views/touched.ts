import type { LoggedEvent } from '../../store/log/event.ts';
import type { Topic } from './topics.ts';

/**
 * Which topics a run of events changes. Whatever moves a token or a counter moves what every console and board may
 * show (lists, transfer targets, who is parked where); pushes are coalesced, so the broad answer is the right one.
 */
export function touchedBy(events: readonly LoggedEvent[]): (topic: Topic) => boolean {
  const kiosks = new Set(events.flatMap((event) => event.payload.slip?.kioskId ?? []));
  const hasMoved = events.some(
    ({ payload: { tokens = [], counters = [], appointments = [], applications = [], hall } }) =>
      tokens.length + counters.length + appointments.length + applications.length > 0 || hall !== undefined,
  );
  return (topic) => {
    if (topic.name === 'centre') return false;
    return hasMoved || (topic.name === 'kiosk' && kiosks.has(topic.kioskId));
  };
}
