import { type Centre, countersFor, findCounterPlace, findService } from './centre.ts';
import { findStage, firstCounterStage, queueIdOf } from './journeys/journey.ts';

/** What waits for the same counters: one service at its own ones, or one stage of many services at those of a profile. */
export interface Desk {
  /** The service's id, or `stage@profile`. */
  readonly id: string;
  /** Where most of its counters are; of equals, the first hall of the centre. */
  readonly hallId: string;
}

/** The desk of a stage that the centre gives to counters by name, such as `fee-payment@cash`; else of its service. */
function idOf(centre: Centre, serviceId: string, stageId: string): string {
  const service = findService(centre, serviceId);
  const profiles = (service && findStage(service, stageId)?.profiles) ?? [];
  return profiles.length === 0 ? serviceId : `${stageId}@${profiles.join('+')}`;
}

function hallOf(centre: Centre, counters: readonly number[]): string {
  const halls = counters.map((id) => findCounterPlace(centre, id)?.hallId);
  const countIn = (id: string) => halls.filter((hallId) => hallId === id).length;
  const [most] = centre.halls.toSorted((a, b) => countIn(b.id) - countIn(a.id));
  return most?.id ?? '';
}

/** The desks of a centre by queue; the services in their order, the shared ones after them. */
function readDesks(centre: Centre): ReadonlyMap<string, Desk> {
  const desks = new Map<string, Desk>();
  const byQueue = new Map<string, Desk>();
  const ownFirst = centre.services.map((service) => ({ service, stages: [firstCounterStage(service)] }));
  const all = centre.services.map((service) => ({
    service,
    stages: service.journey.filter(({ place }) => place === 'counter'),
  }));
  for (const { service, stages } of [...ownFirst, ...all]) {
    for (const { id: stageId } of stages) {
      const id = idOf(centre, service.id, stageId);
      const desk = desks.get(id) ?? { id, hallId: hallOf(centre, countersFor(centre, service.id, stageId)) };
      desks.set(id, desk);
      byQueue.set(queueIdOf(service.id, stageId), desk);
    }
  }
  return byQueue;
}

const known = new WeakMap<Centre, ReadonlyMap<string, Desk>>();

function byQueueOf(centre: Centre): ReadonlyMap<string, Desk> {
  const desks = known.get(centre) ?? readDesks(centre);
  known.set(centre, desks);
  return desks;
}

/** Where somebody waits who is in that queue (`service/stage`); a queue that the centre no longer has is its own desk. */
export const deskOf = (centre: Centre, queueId: string): Desk =>
  byQueueOf(centre).get(queueId) ?? { id: queueId, hallId: centre.halls[0]?.id ?? '' };

/** Every desk of a centre. */
export const desksOf = (centre: Centre): readonly Desk[] => [...new Set(byQueueOf(centre).values())];
