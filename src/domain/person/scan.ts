import { readBookingQr } from '../appointments/booking-code.ts';
import { readTrackingNumber } from '../journeys/tracking-number.ts';
import { findCnic } from './cnic.ts';

/** What somebody held to a reader. Nothing else of what stood on it is kept: cards hold names and addresses. */
export type Scan =
  | { readonly kind: 'booking'; readonly code: string }
  | { readonly kind: 'tracking'; readonly trackingNumber: string }
  | { readonly kind: 'cnic'; readonly cnic: string }
  /** The code of a slip: where its token can be followed. */
  | { readonly kind: 'slip'; readonly address: string }
  /** A code without a frame, or the number of a staff card. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unknown' };

/** What a centre knows of the codes that are held to its readers. */
export interface ScanRules {
  readonly centreId: string;
  /** Where on a card the CNIC stands, as a regular expression; null for any thirteen digits that stand alone. */
  readonly cnicPattern: string | null;
}

const SLIP = /\/t\/\d{1,15}-[\w-]{16}$/;
const CODE = /^[a-z\d-]{4,32}$/i;
/** The number of a card as its reader writes it: whole bytes in hexadecimal, in which thirteen digits may stand by chance. */
const CARD_NUMBER = /^(?=.*[A-F])(?:[\dA-F]{2}){4,10}$/;

/** The citizen's number on what was read; none in the number of a card, unless the centre says where it stands. */
const cnicOn = (text: string, pattern: string | null): string | undefined =>
  pattern === null && CARD_NUMBER.test(text) ? undefined : findCnic(text, pattern ?? undefined);

/** The meaning of a scan. A booking of another centre keeps its whole text, so that the hub can say which one. */
export function scanOf(read: string, { centreId, cnicPattern }: ScanRules): Scan {
  const text = read.trim();
  const qr = readBookingQr(text);
  // A reader behind a caps lock turns every letter around.
  if (qr) return { kind: 'booking', code: qr.centreId.toLowerCase() === centreId.toLowerCase() ? qr.code : text };
  const trackingNumber = /^T\d{10}$/i.test(text) ? readTrackingNumber(text) : undefined;
  if (trackingNumber !== undefined) return { kind: 'tracking', trackingNumber };
  if (SLIP.test(text)) return { kind: 'slip', address: text };
  const cnic = cnicOn(text, cnicPattern);
  if (cnic !== undefined) return { kind: 'cnic', cnic };
  return CODE.test(text) ? { kind: 'code', code: text } : { kind: 'unknown' };
}
