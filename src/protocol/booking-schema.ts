import { z } from 'zod';
import { LANGUAGES } from '../domain/token.ts';

/** The canonical booking as it crosses the wire, in the pull feed, the webhook and (column by column) in a CSV file. */
export const bookingSchema = z.strictObject({
  sourceId: z
    .string()
    .describe('booking code, as the citizen reads it: 6 to 32 capital letters, digits and hyphens, no CNIC'),
  revision: z.int().nonnegative().describe('grows with each change of this booking at the source'),
  status: z.enum(['booked', 'cancelled']),
  name: z.string().describe('at most 100 letters; no markup, control or direction characters'),
  cnic: z.string().describe('thirteen digits, hyphens allowed'),
  phone: z.string().describe('a Pakistani number, as 03001234567 or +923001234567'),
  serviceId: z.string().max(64),
  slotAt: z.iso.datetime({ offset: true }).describe('beginning of the quarter-hour'),
  language: z.enum(LANGUAGES),
  needs: z.array(z.string().max(64)).max(8).describe('ids of priority classes'),
});
export type WireBooking = z.infer<typeof bookingSchema>;

/** One page of changes from the app's backend: `GET /centres/{centreId}/bookings?after={cursor}`. */
export const bookingPageSchema = z.strictObject({
  bookings: z.array(z.unknown()).max(1_000).describe('each a booking; a malformed one is reported and stops no other'),
  cursor: z.string().min(1).max(200),
  hasMore: z.boolean(),
});

/** What the webhook brings: `POST /feeds/bookings`. */
export const bookingPushSchema = z.strictObject({ bookings: z.array(z.unknown()).min(1).max(500) });

/** Capacity as the hub publishes it to the app's backend: `PUT /centres/{centreId}/slots`. */
export const slotPageSchema = z.strictObject({
  centreId: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
  slots: z.array(
    z.strictObject({
      serviceId: z.string(),
      slotAt: z.iso.datetime({ offset: true }),
      capacity: z.int().nonnegative(),
      booked: z.int().nonnegative(),
    }),
  ),
});
