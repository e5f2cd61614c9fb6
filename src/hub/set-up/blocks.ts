import type { Centre } from '../../domain/centre.ts';
import type { Refusal } from '../../domain/decision.ts';
import type { Store } from '../../store/store.ts';

type Stores = Pick<Store, 'tokens' | 'counters' | 'applications' | 'appointments'>;

const LIVE = ['waiting', 'called', 'serving', 'parked', 'carriedOver'] as const;
/** As far ahead as bookings reach. */
const AHEAD_MS = 400 * 86_400_000;

/** What still belongs to the entries that a change of the centre would take away. */
function usesOf({ tokens, applications, appointments }: Stores, at: number) {
  const live = LIVE.flatMap((state) => tokens.inState(state));
  const loads = applications.load(at);
  const booked = appointments.slots(at, at + AHEAD_MS);
  return {
    live,
    ofService: (id: string) => ({
      tokens: live.filter((token) => token.services.includes(id)).length,
      bookings: booked.filter((slot) => slot.serviceId === id).reduce((sum, slot) => sum + slot.booked, 0),
      applications: loads.filter((load) => load.serviceId === id).reduce((sum, load) => sum + load.open, 0),
    }),
    atStage: (serviceId: string, stageId: string) =>
      loads.find((load) => load.serviceId === serviceId && load.stageId === stageId)?.open ?? 0,
  };
}

/** The entries of a list that another one no longer has. */
const gone = <Entry extends { readonly id: string | number }>(before: readonly Entry[], after: readonly Entry[]) =>
  before.filter(({ id }) => !after.some((one) => one.id === id));

/** Why a centre cannot be set up so now; empty when it can. Who waits keeps what was promised. */
export function setUpBlocks(stores: Stores, before: Centre, after: Centre, at: number): readonly Refusal[] {
  if (before.id !== after.id) return [{ code: 'centreIdFixed' }];
  const { live, ofService, atStage } = usesOf(stores, at);
  const services = gone(before.services, after.services).flatMap(({ id }): Refusal[] => {
    const uses = ofService(id);
    const isUsed = uses.tokens + uses.bookings + uses.applications > 0;
    return isUsed ? [{ code: 'serviceInUse', details: { serviceId: id, ...uses } }] : [];
  });
  const stages = before.services.flatMap(({ id, journey }) => {
    const kept = after.services.find((service) => service.id === id)?.journey;
    return gone(journey, kept ?? journey).flatMap((stage): Refusal[] => {
      const applications = atStage(id, stage.id);
      return applications === 0
        ? []
        : [{ code: 'stageInUse', details: { stage: stage.id, serviceId: id, applications } }];
    });
  });
  const counters = gone(before.counters, after.counters).flatMap(({ id }): Refusal[] => {
    const isOpen = (stores.counters.get(id)?.status ?? 'closed') !== 'closed';
    const isHeld = live.some(
      ({ counterId, boundCounterId, state }) => boundCounterId === id || (counterId === id && state !== 'waiting'),
    );
    return isOpen || isHeld ? [{ code: 'counterInUse', details: { counter: id } }] : [];
  });
  const movesDay = before.timeZone !== after.timeZone || before.dayStartMinute !== after.dayStartMinute;
  const day: Refusal[] = movesDay && live.length > 0 ? [{ code: 'dayInUse', details: { tokens: live.length } }] : [];
  return [...services, ...stages, ...counters, ...day];
}
