import { randomUUID } from 'node:crypto';
import { takeBooking } from '../../domain/appointments/appointment.ts';
import type { Booking } from '../../domain/appointments/booking.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import { patchOf } from '../../store/log/patch.ts';
import type { FeedDesk, FeedName, FeedRow, RowReport } from '../appointment-feeds/feed.ts';
import { type Context, log } from '../context.ts';
import type { Hall } from '../hall.ts';
import { cnicMacOf, phoneMacOf } from '../people/identify.ts';

/** Other bookings of a citizen are looked for this far around a slot. */
const AROUND_MS = 12 * 3_600_000;

interface Known {
  readonly personId: string;
  /** Writes down who it is, with what the booking says of them. */
  readonly keep: () => void;
}

function personOf({ store }: Context, { cnic, phone, name }: Booking): Known {
  const { persons, personKey } = store;
  const cnicMac = cnicMacOf(personKey, cnic);
  const known = persons.byCnic(cnicMac);
  const id = known?.id ?? randomUUID();
  const phoneMac = phoneMacOf(personKey, phone);
  const isSame = known?.phoneMac === phoneMac && known.name === name;
  return { personId: id, keep: () => (isSame ? undefined : persons.put({ id, cnicMac, phoneMac, name })) };
}

function takeRow(context: Context, row: FeedRow): RowReport {
  const { place } = row;
  if (!('booking' in row)) return row;
  const { booking } = row;
  const { store, centre, serviceDay } = context;
  const person = booking.status === 'booked' ? personOf(context, booking) : undefined;
  const before = store.appointments.bySource(booking.sourceId);
  const { slotAt } = booking;
  const facts = {
    id: store.appointments.nextId(),
    dayBeganAt: dayBounds(serviceDay, centre)[0],
    personId: person?.personId ?? null,
    others: person
      ? store.appointments
          .ofPerson(person.personId, slotAt - AROUND_MS, slotAt + AROUND_MS)
          .filter((one) => one.status === 'booked')
      : [],
  };
  const taken = takeBooking(centre, before, booking, facts);
  if (!taken.ok) return { place, sourceId: booking.sourceId, fault: taken.fault };
  if (taken.outcome === 'same') return { place, outcome: 'same' };
  person?.keep();
  log(context, `appointment.${taken.outcome}`, null, { appointments: [patchOf(before, taken.appointment)] });
  return { place, outcome: taken.outcome };
}

/** The hall's side of a feed: every row wholly or not at all, what cannot be taken kept for the manager to see. */
export function bookingDesk(hall: Hall, name: FeedName, changed: () => void): FeedDesk {
  const { store } = hall;
  const tell = (change: Parameters<typeof store.feeds.change>[1]): void => {
    void hall.byHub(() => store.feeds.change(name, change)).then(changed);
  };
  return {
    take: (rows) =>
      hall.byFeed((context) =>
        rows.map((row) => {
          const report = takeRow(context, row);
          if ('fault' in report) store.feeds.addFault({ feed: name, ...report, at: context.now.at });
          return report;
        }),
      ),
    bookmark: () => store.feeds.get(name),
    async keepBookmark({ cursor, etag }) {
      await hall.inBatch(() => store.feeds.change(name, { cursor, etag }));
    },
    isUp() {
      const { downSinceAt, upAt } = store.feeds.get(name);
      const at = hall.clock.at();
      // A feed that has been up all along is not written down at each look.
      if (downSinceAt === null && upAt !== null && at - upAt < 60_000) return;
      tell({ upAt: at, downSinceAt: null, trouble: null, detail: null });
    },
    isDown(trouble, detail) {
      const since = store.feeds.get(name).downSinceAt ?? hall.clock.at();
      tell({ downSinceAt: since, trouble, detail });
    },
  };
}
