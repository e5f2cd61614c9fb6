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
  const isSetUp = events.some((event) => event.payload.hall !== undefined);
  const tokenIds = new Set(events.flatMap((event) => (event.payload.tokens ?? []).map((token) => token.id)));
  const hasCounter = events.some((event) => (event.payload.counters ?? []).length > 0);
  const kiosks = new Set(events.flatMap((event) => event.payload.slip?.kioskId ?? []));
  const services = new Set([...tokenIds].map((id) => store.tokens.get(id)?.serviceId));
  const transferred = events.some((event) => event.kind === 'transfer');
  const serves = (counterId: number) =>
    levelsOf(centre, counterId)
      .flat()
      .some((service) => services.has(service));
  return (topic) => {
    switch (topic.name) {
      case 'centre':
        return isSetUp;
      case 'kiosk':
        return tokenIds.size > 0 || hasCounter || isSetUp || kiosks.has(topic.kioskId);
      case 'counter':
        return hasCounter || isSetUp || transferred || serves(topic.counterId);
      case 'board':
      case 'counterDisplay':
        return hasCounter || tokenIds.size > 0 || isSetUp;
    }
  };
}
