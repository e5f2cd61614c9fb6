import { bookingPushSchema } from '../../../protocol/booking-schema.ts';
import type { FeedDesk } from '../feed.ts';
import { readBooking } from '../read-booking.ts';
import { takeInPieces } from '../take-in-pieces.ts';
import type { Verdict } from './push-answer.ts';
import type { DeliveryMark } from './push-signature.ts';
import { seenDeliveries } from './seen-deliveries.ts';

function readBookings(body: Buffer): readonly unknown[] | 'notJson' | 'badRequest' {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return 'notJson';
  }
  const read = bookingPushSchema.safeParse(value);
  return read.success ? read.data.bookings : 'badRequest';
}

/**
 * Takes signed deliveries to the desk, one after the other: a repeat that comes while the first is being stored must
 * not be told that it was. A delivery counts as seen when it is stored, and only then.
 */
export function deliveryTaker(desk: FeedDesk, nowAt: () => number) {
  const seen = seenDeliveries();
  let last: Promise<unknown> = Promise.resolve();

  async function take(mark: DeliveryMark, body: Buffer): Promise<Verdict> {
    if (seen.has(mark, nowAt())) return 'replayed';
    const bookings = readBookings(body);
    if (typeof bookings === 'string') return bookings;
    try {
      const rows = bookings.map((booking, place) => readBooking(booking, `row ${place + 1}`));
      const reports = await takeInPieces(desk, rows);
      seen.add(mark, nowAt());
      return { ok: true, reports };
    } catch {
      return 'notStored';
    }
  }

  return {
    take(mark: DeliveryMark, body: Buffer): Promise<Verdict> {
      const turn = last.then(() => take(mark, body));
      last = turn;
      return turn;
    },
    async settled(): Promise<void> {
      await last;
    },
  };
}
