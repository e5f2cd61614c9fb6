import type { WireBooking } from '../../../src/protocol/booking-schema.ts';

/** A booking as it crosses the wire, with that number in its code and its CNIC. */
export const wireBooking = (number = 1, change: Partial<WireBooking> = {}): WireBooking => ({
  sourceId: `LHR-${String(number).padStart(6, '0')}`,
  revision: 1,
  status: 'booked',
  name: 'Ayesha Siddiqui',
  cnic: `35202-${String(number).padStart(7, '0')}-2`,
  phone: '0300-1234567',
  serviceId: 'domicile',
  slotAt: '2026-11-23T10:15:00+05:00',
  language: 'ur',
  needs: [],
  ...change,
});
