import type { Centre } from '../domain/centre.ts';
import { localTime } from '../domain/calendar/civil-date.ts';
import { firstCounterStage, firstVisitStages } from '../domain/journeys/journey.ts';
import { type CounterPool, type Slot, slotsOfDay } from '../domain/appointments/slots.ts';

/** Each profile's counters with the services of its top level, which are what its counters are there for. */
function poolsOf(centre: Centre): readonly CounterPool[] {
  return centre.profiles.map(({ id, levels }) => ({
    counters: centre.counters.filter((counter) => counter.profileId === id).length,
    services: (levels[0] ?? []).flatMap((serviceId) => {
      const service = centre.services.find((one) => one.id === serviceId);
      if (!service || service.isClosed) return [];
      // What the citizen keeps these counters with: every stage of the first visit that is done here.
      const here = firstVisitStages(service.journey).filter(
        ({ profiles }) => profiles.length === 0 || profiles.includes(id),
      );
      const serviceMs = here.reduce((sum, stage) => sum + stage.serviceMs, 0);
      return [{ serviceId, serviceMs: serviceMs || firstCounterStage(service).serviceMs }];
    }),
  }));
}

/** What can be booked in each quarter-hour of the day of that instant. */
export const slotsOn = (centre: Centre, at: number): readonly Slot[] =>
  slotsOfDay(centre, localTime(at, centre.timeZone).date, poolsOf(centre), centre.appointments.bookableShare);
