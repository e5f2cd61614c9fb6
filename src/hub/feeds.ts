import { addDays, instantOf, localTime } from '../domain/calendar/civil-date.ts';
import { csvFeed } from './appointment-feeds/csv-feed.ts';
import type { AppointmentFeed, FeedName } from './appointment-feeds/feed.ts';
import { pullFeed } from './appointment-feeds/pull-feed.ts';
import { pushFeed, type PushFeed } from './appointment-feeds/push-feed.ts';
import type { SlotPage } from './appointment-feeds/slot-publisher.ts';
import { bookingDesk } from './cases/booking-desk.ts';
import type { Hall } from './hall.ts';
import { slotsOn } from './slots.ts';

/** Which ways bookings come in. A way that is null is not set up. */
export interface FeedOptions {
  readonly pull: { readonly url: string; readonly key: string | null; readonly pollMs: number } | null;
  readonly pushSecret: string | null;
  readonly csvFolder: string | null;
}

export const NO_FEEDS: FeedOptions = { pull: null, pushSecret: null, csvFolder: null };

/** Days ahead whose capacity is told to the app side. */
const SLOT_DAYS = 14;
/** The capacity is told anew after this at the latest: bookings and days go by. */
const PUBLISH_MS = 60_000;

const isoAt = (at: number): string => new Date(at).toISOString();

/** Capacity and bookings of the next days, as the app side is told. */
export function slotPage({ store, centre, clock }: Pick<Hall, 'store' | 'centre' | 'clock'>): SlotPage {
  const at = clock.at();
  const { date } = localTime(at, centre.timeZone);
  const dates = Array.from({ length: SLOT_DAYS }, (_, ahead) => addDays(date, ahead));
  const fromAt = instantOf(date, 0, centre.timeZone);
  const toAt = instantOf(addDays(date, SLOT_DAYS), 0, centre.timeZone);
  const keyOf = (slot: { readonly serviceId: string; readonly slotAt: number }) => `${slot.slotAt} ${slot.serviceId}`;
  const booked = new Map(store.appointments.slots(fromAt, toAt).map((slot) => [keyOf(slot), slot.booked]));
  const slots = dates
    .flatMap((one) => slotsOn(centre, instantOf(one, 0, centre.timeZone)))
    .filter((slot) => slot.slotAt > at)
    .map((slot) => ({
      serviceId: slot.serviceId,
      slotAt: isoAt(slot.slotAt),
      capacity: slot.capacity,
      booked: booked.get(keyOf(slot)) ?? 0,
    }));
  return { centreId: centre.id, madeAt: isoAt(at), slots };
}

export interface Feeds {
  readonly names: readonly FeedName[];
  readonly push: PushFeed | null;
  start(): void;
  stop(): Promise<void>;
}

/** The ways that are set up, to be started once the hall is. The hall works whether any of them does or not. */
export function feedsOf(hall: Hall, options: FeedOptions, changed: () => void): Feeds {
  const desk = (name: FeedName) => bookingDesk(hall, name, changed);
  const { pull, pushSecret, csvFolder } = options;
  const pulling = pull
    ? pullFeed({
        baseUrl: pull.url,
        centreId: hall.centre.id,
        key: pull.key,
        pollMs: pull.pollMs,
        desk: desk('pull'),
        random: Math.random,
      })
    : null;
  const push = pushSecret === null ? null : pushFeed({ secret: pushSecret, desk: desk('push'), nowAt: hall.clock.at });
  const csv = csvFolder === null ? null : csvFeed({ folder: csvFolder, desk: desk('csv') });
  const feeds: readonly AppointmentFeed[] = [pulling, push, csv].filter((feed) => feed !== null);
  const publish = () => pulling?.publishSlots(slotPage(hall));
  let timer: NodeJS.Timeout | undefined;
  return {
    names: feeds.map((feed) => feed.name),
    push,
    start() {
      for (const feed of feeds) feed.start();
      publish();
      if (pulling) timer = setInterval(publish, PUBLISH_MS);
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(feeds.map((feed) => feed.stop()));
    },
  };
}
