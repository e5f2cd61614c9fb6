import { type Centre, countersFor, findCounterPlace, type Service } from './centre.ts';
import { firstCounterStage } from './journeys/journey.ts';

const known = new WeakMap<Centre, ReadonlyMap<string, string>>();

/** The hall of most of the counters at which the service begins; of equals, the first of the centre. */
function hallOf(centre: Centre, service: Service): string {
  const halls = countersFor(centre, service.id, firstCounterStage(service).id).map(
    (id) => findCounterPlace(centre, id)?.hallId,
  );
  const countIn = (id: string) => halls.filter((hallId) => hallId === id).length;
  const [home] = centre.halls.toSorted((a, b) => countIn(b.id) - countIn(a.id));
  return home?.id ?? '';
}

/** The hall of each service, by id: where most of the counters are at which it begins. */
export function homeHalls(centre: Centre): ReadonlyMap<string, string> {
  const halls = known.get(centre) ?? new Map(centre.services.map((one) => [one.id, hallOf(centre, one)]));
  known.set(centre, halls);
  return halls;
}
