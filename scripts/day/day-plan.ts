import type { Centre } from '../../src/domain/centre.ts';
import { addDays, instantOf, localTime, weekday } from '../../src/domain/calendar/civil-date.ts';
import type { Language } from '../../src/domain/token.ts';
import { dayCnic } from './day-bookings.ts';
import type { Random } from '../../src/domain/random.ts';

/** A citizen who comes to a kiosk. */
export interface Arrival {
  readonly at: number;
  readonly kioskId: number;
  readonly serviceId: string;
  readonly classes: readonly string[];
  readonly language: Language;
  /** The code of the appointment that they come for. */
  readonly bookingCode?: string;
  /** Given where the service asks for it. */
  readonly cnic?: string;
}

/** How many come in each hour after opening, against each other: a morning peak, a lull at noon, a quiet evening. */
const HOURS = [1.7, 2.1, 1.9, 1.4, 1.0, 0.6, 0.9, 1.1, 0.9, 0.6, 0.4, 0.1];
const HOUR_MS = 3_600_000;

/** What people come for, against each other; a service that is not named counts 4. */
const DEMAND: Readonly<Record<string, number>> = {
  nadra: 10,
  domicile: 10,
  'learner-licence': 10,
  'traffic-fine': 12,
  'e-sahulat': 7,
  'vehicle-transfer': 6,
  'token-tax': 6,
  'vehicle-registration': 5,
  divorce: 1,
  death: 2,
  'route-permit': 2,
};

const CLASS_SHARE = 0.13;

/** The next Monday to Thursday from an instant on, and when the doors open on it. */
export function openingOf(centre: Centre, from: number): { readonly day: string; readonly opensAt: number } {
  let { date } = localTime(from, centre.timeZone);
  while (weekday(date) > 3 || centre.holidays.includes(date)) date = addDays(date, 1);
  const minute = centre.hours[weekday(date)]?.[0]?.[0] ?? 480;
  return { day: date, opensAt: instantOf(date, minute, centre.timeZone) };
}

/** The arrivals of a working day, in order of time. */
export function planArrivals(centre: Centre, opensAt: number, count: number, random: Random): readonly Arrival[] {
  const hours = HOURS.map((weight, hour) => ({ weight, hour }));
  return Array.from({ length: count }, (_, i): Arrival => {
    const { hour } = random.pick(hours, (one) => one.weight);
    const hasClass = random.chance(CLASS_SHARE);
    const service = random.pick(centre.services, ({ id }) => DEMAND[id] ?? 4);
    return {
      at: Math.floor(opensAt + (hour + random.next()) * HOUR_MS * (11.75 / HOURS.length)),
      kioskId: random.pick(centre.kiosks, () => 1).id,
      serviceId: service.id,
      ...(service.identity === 'required' ? { cnic: dayCnic(1_000_000 + i) } : {}),
      classes: hasClass && centre.classes.length > 0 ? [random.pick(centre.classes, () => 1).id] : [],
      language: random.chance(0.8) ? 'ur' : 'en',
    };
  }).toSorted((a, b) => a.at - b.at);
}
