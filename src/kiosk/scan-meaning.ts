import { readBookingQr } from '../domain/appointments/booking-code.ts';
import { findCnic } from '../domain/person/cnic.ts';
import { readTrackingNumber } from '../domain/journeys/tracking-number.ts';

/** What somebody held to the reader. */
export type Scan =
  | { readonly kind: 'booking'; readonly code: string }
  | { readonly kind: 'tracking'; readonly trackingNumber: string }
  | { readonly kind: 'cnic'; readonly cnic: string }
  /** The code of a slip: where its token can be followed. */
  | { readonly kind: 'slip'; readonly address: string }
  | { readonly kind: 'other'; readonly text: string };

/** The meaning of a scan. A booking of another centre keeps its whole text, so that the hub can say which one. */
export function scanOf(text: string, centreId: string): Scan {
  const qr = readBookingQr(text);
  // A reader behind a caps lock turns every letter around.
  if (qr)
    return { kind: 'booking', code: qr.centreId.toLowerCase() === centreId.toLowerCase() ? qr.code : text.trim() };
  const trackingNumber = /^T\d{10}$/i.test(text.trim()) ? readTrackingNumber(text) : undefined;
  if (trackingNumber !== undefined) return { kind: 'tracking', trackingNumber };
  if (/\/t\/\d{1,15}-[\w-]{16}$/.test(text.trim())) return { kind: 'slip', address: text.trim() };
  const cnic = findCnic(text);
  return cnic === undefined ? { kind: 'other', text } : { kind: 'cnic', cnic };
}
