import type { Centre } from '../../domain/centre.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import type { DayCloseSlip } from '../../slip/slip-content.ts';
import type { Hall } from '../hall.ts';

const NOWHERE = { en: '', ur: '' };

const WAITS = ['waiting', 'called', 'serving', 'parked'] as const;

/** What the slip of a day's close says: what the day was, and how far the log has come. */
export function dayCloseSlip(hall: Pick<Hall, 'store' | 'centre' | 'clock' | 'serviceDay'>): DayCloseSlip {
  const { store, clock } = hall;
  const centre: Centre = hall.centre;
  const serviceDay = hall.serviceDay();
  const states = store.keeping.statesOf(serviceDay);
  const count = (names: readonly string[]) => names.reduce((sum, name) => sum + (states[name] ?? 0), 0);
  return {
    kind: 'dayClose',
    languages: 'both',
    centre: centre.name,
    hall: NOWHERE,
    serviceDay,
    counts: {
      issued: count(Object.keys(states)),
      done: count(['done']),
      noShow: count(['noShow']),
      left: count(['left']),
      waiting: count([...WAITS, 'carriedOver']),
      filed: store.keeping.filedIn(...dayBounds(serviceDay, centre)),
    },
    head: store.head(),
    at: clock.at(),
    timeZone: centre.timeZone,
    islamicDays: null,
  };
}
