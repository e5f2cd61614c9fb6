import { NO_FEEDS } from '../../../src/hub/feeds.ts';
import { JOURNEY_CENTRE } from '../journey-centre.ts';
import { MONDAY_TEN, testHub } from '../test-hub.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from './bookings.ts';

/** A hub on a Monday at ten to which one booking has come, for a quarter past. */
export async function bookedHub(more: Parameters<typeof testHub>[0] = {}) {
  const hub = await testHub({ centre: JOURNEY_CENTRE, feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET }, ...more });
  await pushBookings(hub, [bookingWith()], MONDAY_TEN);
  return { hub, code: bookingWith().sourceId };
}
