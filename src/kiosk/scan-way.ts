import { readBookingCode } from '../domain/appointments/booking-code.ts';
import { ERROR_WORDS } from '../protocol/error-codes.ts';
import { type AnswerPageValue, type KioskPage, WAYS } from './kiosk-page.ts';
import { SHAPES, type Way, wayOf } from './number/number-page.ts';
import type { Scan } from '../domain/person/scan.ts';

/** What nobody here knows. */
export const UNREADABLE: AnswerPageValue = {
  name: 'answer',
  error: { code: 'unknownBooking', message: ERROR_WORDS.unknownBooking },
  again: WAYS,
};

/** Where the number of a card leads: into the question that is open, or to the question what it is for. */
function wayOfCard(page: KioskPage, cnic: string): Way {
  if (page.name === 'number' && SHAPES[page.ask].isMasked) return wayOf(page, cnic);
  if (page.name === 'confirm') return { page: { name: 'confirm', visit: { ...page.visit, cnic } } };
  return { page: { name: 'card', cnic } };
}

/** Nobody waits for it elsewhere. */
const unreadable = (page: KioskPage): Way | undefined =>
  page.name === 'groups' || page.name === 'ways' ? { page: UNREADABLE } : undefined;

/** What the readers of staff cards give: digits, or bytes in hexadecimal. */
const STAFF_CARD = /^[\da-f]{8,20}$/i;

/** A code without its frame is one of a booking where that is asked for; else it is of no use here. */
function wayOfCode(page: KioskPage, text: string): Way | undefined {
  const code = readBookingCode(text);
  if (page.name === 'number' && page.ask === 'code' && code !== undefined) return wayOf(page, code);
  if (page.name === 'number' && page.ask === 'maintenance') return { accessKey: text };
  // A card of the staff has no frame either: the hub knows them.
  return STAFF_CARD.test(text) ? unreadable(page) && { accessKey: text } : unreadable(page);
}

/** Where a scan leads from a page; nowhere from a token, which its citizen may still be reading. */
export function wayOfScan(page: KioskPage, scan: Scan): Way | undefined {
  if (page.name === 'token') return undefined;
  switch (scan.kind) {
    case 'booking':
      return { wish: { kind: 'booking', by: { kind: 'code', code: scan.code } } };
    case 'tracking':
      return { wish: { kind: 'collect', trackingNumber: scan.trackingNumber } };
    case 'slip':
      return { wish: { kind: 'back', label: scan.address } };
    case 'cnic':
      return wayOfCard(page, scan.cnic);
    case 'code':
      return wayOfCode(page, scan.code);
    case 'unknown':
      return unreadable(page);
  }
}
