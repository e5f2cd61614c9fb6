import { readCnic } from '../person/cnic.ts';

const BOOKING_CODE = /^[a-z0-9-]{6,32}$/i;
const BOOKING_QR = /^MKZ:([a-z][a-z0-9-]{0,63}):([a-z0-9-]{6,32})$/i;
/** Thirteen digits in a row, or as a card prints them, wherever they stand. */
const CNIC_WITHIN = /(?<!\d)[1-8](?:\d{12}|\d{4}-\d{7}-\d)(?!\d)/;

/** Codes go into the log, onto screens and to programs: none may be a CNIC, as where two columns were swapped. */
const isCnic = (code: string): boolean => readCnic(code) !== undefined || CNIC_WITHIN.test(code);

/**
 * A booking code as it is kept: 6 to 32 capital letters, digits and hyphens that are no CNIC and hold none. Small letters
 * and spaces around are read.
 */
export function readBookingCode(text: string): string | undefined {
  const code = text.trim();
  return BOOKING_CODE.test(code) && !isCnic(code) ? code.toUpperCase() : undefined;
}

/** A code as people may type it: hyphens only help to read it. */
export const plainCode = (code: string): string => code.replaceAll('-', '');

/** Whether a booking code ends with these signs, typed with its hyphens or without. */
export const codeEndsWith = (code: string, end: string): boolean => code.endsWith(end) || plainCode(code).endsWith(end);

/** What the QR of a booking says; `code` as `readBookingCode` gives it. */
export const bookingQrText = (centreId: string, code: string): string => `MKZ:${centreId}:${code}`;

/** The centre and the booking that a scanned QR names; undefined when it is the QR of something else. */
export function readBookingQr(text: string): { readonly centreId: string; readonly code: string } | undefined {
  const [, centreId, written = ''] = BOOKING_QR.exec(text.trim()) ?? [];
  const code = readBookingCode(written);
  return centreId === undefined || code === undefined ? undefined : { centreId, code };
}
