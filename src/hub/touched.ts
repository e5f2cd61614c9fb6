import { type Centre, levelsOf } from '../domain/centre.ts';
import type { LoggedEvent } from '../store/event.ts';
import type { Store } from '../store/store.ts';
import type { Topic } from './topics.ts';

/** Which topics a run of events changes: by the services of the tokens and by the counters that they touch. */
export function touchedBy(
  events: readonly LoggedEvent[],
  store: Pick<Store, 'tokens'>,
  centre: Centre,
): (topic: Topic) => boolean {
  const tokenIds = new Set(events.flatMap((event) => (event.payload.tokens ?? []).map((token) => token.id)));
  const kiosks = new Set(events.flatMap((event) => event.payload.slip?.kioskId ?? []));
  const services = new Set([...tokenIds].map((id) => store.tokens.get(id)?.serviceId));
  const hasCounters = events.some((event) => (event.payload.counters ?? []).length > 0);
  const hasMoved = hasCounters || tokenIds.size > 0;
  const isTransferred = events.some((event) => event.kind === 'transfer');
  const serves = (counterId: number) =>
    levelsOf(centre, counterId)
      .flat()
      .some((service) => services.has(service));
  return (topic) => {
    switch (topic.name) {
      case 'centre':
        return false;
      case 'kiosk':
        return hasMoved || kiosks.has(topic.kioskId);
      case 'counter':
        return hasCounters || isTransferred || serves(topic.counterId);
      case 'board':
      case 'counterDisplay':
        return hasMoved;
    }
  };
}
