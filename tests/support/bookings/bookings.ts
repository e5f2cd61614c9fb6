import { createHmac, randomUUID } from 'node:crypto';
import type { WireBooking } from '../../../src/protocol/booking-schema.ts';
import type { Hub } from '../../../src/hub/hub.ts';

/** What the tests sign their deliveries with. */
export const PUSH_SECRET = 'a secret of the tests alone';

/** A booking as the app's backend says it, with what a test changes. */
export const bookingWith = (change: Partial<WireBooking> = {}): WireBooking => ({
  sourceId: 'LHR-0001',
  revision: 1,
  status: 'booked',
  name: 'Amina Bibi',
  cnic: '3520212345671',
  phone: '03001234567',
  serviceId: 'domicile',
  slotAt: '2026-11-23T10:15:00+05:00',
  language: 'ur',
  needs: [],
  ...change,
});

/** Sends bookings to a hub by its webhook, signed at that instant, and gives the report of each. */
export async function pushBookings(hub: Pick<Hub, 'url'>, bookings: readonly unknown[], at: number) {
  const body = JSON.stringify({ bookings });
  const timestamp = Math.floor(at / 1000);
  const seal = createHmac('sha256', PUSH_SECRET).update(`${timestamp}.${body}`).digest('hex');
  const response = await fetch(`${hub.url}/feeds/bookings`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-markaz-timestamp': String(timestamp),
      'x-markaz-signature': `v1=${seal}`,
      'x-markaz-delivery': randomUUID(),
    },
  });
  const answer = (await response.json()) as { readonly reports?: readonly Record<string, unknown>[] };
  if (!answer.reports) throw new Error(`The delivery was refused: ${JSON.stringify(answer)}`);
  return answer.reports;
}
