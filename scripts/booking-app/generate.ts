import { addDays, localTime } from '../../src/domain/calendar/civil-date.ts';
import type { Centre } from '../../src/domain/centre.ts';
import type { Random } from '../../src/domain/random.ts';
import { slotFloor } from '../../src/domain/appointments/slots.ts';
import { openSpansOn } from '../../src/domain/calendar/opening-hours.ts';
import type { WireBooking } from '../../src/protocol/booking-schema.ts';
import { bookingCode } from './booking-code.ts';
import { citizenOf } from './citizens.ts';

const QUARTER_MS = 900_000;

/** The quarter-hours of a day in which the doors are open. */
function quartersOn(centre: Centre, day: string): readonly number[] {
  return openSpansOn(centre, day).flatMap(([openAt, closeAt]) => {
    const firstAt = slotFloor(openAt + QUARTER_MS - 1);
    return Array.from(
      { length: Math.floor((closeAt - firstAt) / QUARTER_MS) },
      (_, place) => firstAt + place * QUARTER_MS,
    );
  });
}

/** The quarter-hours of that day; without a day, what is left of today, else the next day that has any. */
export function quartersFor(centre: Centre, day: string | null, nowAt: number): readonly number[] {
  if (day !== null) return quartersOn(centre, day);
  const today = localTime(nowAt, centre.timeZone).date;
  for (let ahead = 0; ahead <= 30; ahead += 1) {
    const quarters = quartersOn(centre, addDays(today, ahead)).filter((at) => at > nowAt);
    if (quarters.length > 0) return quarters;
  }
  return [];
}

/**
 * That many bookings on those quarter-hours, each of another citizen: `first` is the number of the first one. Nobody
 * knows the capacity yet, so a slot may hold more than its hub will publish, as it happens with bookings of weeks ago.
 */
export function generateBookings(
  centre: Centre,
  quarters: readonly number[],
  count: number,
  random: Random,
  first: number,
): readonly WireBooking[] {
  if (quarters.length === 0) return [];
  const services = centre.services.filter((service) => !service.isClosed);
  return Array.from({ length: count }, (_, place) => {
    const citizen = citizenOf(random, first + place);
    const needs = centre.classes.filter(() => random.chance(0.04)).map(({ id }) => id);
    return {
      sourceId: bookingCode(centre.id, () => random.next()),
      revision: 1,
      status: 'booked',
      ...citizen,
      serviceId: random.pick(services, () => 1).id,
      slotAt: new Date(random.pick(quarters, () => 1)).toISOString(),
      needs: needs.slice(0, 1),
    };
  });
}
