import { readBookingCode, readBookingQr } from '../../domain/appointments/booking-code.ts';
import { findCnic, plainDigits, readCnic } from '../../domain/person/cnic.ts';
import { parseLabel } from '../../domain/numbering.ts';
import { readPhone } from '../../domain/person/phone.ts';
import { readTrackingNumber } from '../../domain/journeys/tracking-number.ts';

/** What a citizen at the counter has named, typed or scanned. */
export type Typed =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'cnic'; readonly cnic: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'tracking'; readonly trackingNumber: string }
  | { readonly kind: 'wrongTracking' }
  | { readonly kind: 'nothing' };

/** Written as a tracking number, or scanned from its barcode: then it is one, and nothing else. */
const TRACKING = /^(?:\d{2}[-\s]\d{7}[-\s]\d|T\d{10})$/i;
/** Digits of a token number at most; what has more is a booking code. */
const LABEL_DIGITS = 4;

/** A label of one of those series, or of one with a letter more after a restore; others are a booking code's. */
function labelIn(text: string, series: readonly string[]): string | undefined {
  const label = parseLabel(text);
  const letters = label?.series.replace(/\d+$/, '') ?? '';
  const isOurs = series.includes(letters) || series.includes(letters.slice(0, -1));
  return label && isOurs && String(label.number).length <= LABEL_DIGITS ? text : undefined;
}

function numberIn(text: string): Typed | undefined {
  const cnic = readCnic(text);
  if (cnic !== undefined) return { kind: 'cnic', cnic };
  const trackingNumber = readTrackingNumber(text);
  if (trackingNumber !== undefined) return { kind: 'tracking', trackingNumber };
  if (TRACKING.test(text)) return { kind: 'wrongTracking' };
  const phone = readPhone(text);
  return phone === undefined ? undefined : { kind: 'phone', phone };
}

/**
 * Knows by its shape what was typed. `series` are those of the centre's tokens. A booking's QR keeps its whole text, so
 * that the hub can say which other centre it is of.
 */
export function whatWasTyped(typed: string, series: readonly string[]): Typed {
  const text = plainDigits(typed).trim();
  if (readBookingQr(text)) return { kind: 'code', code: text };
  const number = numberIn(text);
  if (number) return number;
  const label = labelIn(text, series);
  if (label !== undefined) return { kind: 'label', label };
  const code = readBookingCode(text);
  if (code !== undefined) return { kind: 'code', code };
  const cnic = findCnic(text);
  return cnic === undefined ? { kind: 'nothing' } : { kind: 'cnic', cnic };
}
