import { readBookingCode } from '../../domain/appointments/booking-code.ts';
import { readCnic } from '../../domain/person/cnic.ts';
import { parseLabel } from '../../domain/numbering.ts';
import { readPhone } from '../../domain/person/phone.ts';
import { readTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import type { Wish } from '../find/wish.ts';
import type { KioskPage } from '../kiosk-page.ts';
import type { Visit } from '../visit/visit.ts';

/** A page that asks for one number. */
export type NumberPage =
  | { readonly name: 'number'; readonly ask: 'code' | 'cnic' | 'phone' | 'tracking' | 'lost' | 'back' | 'maintenance' }
  | { readonly name: 'number'; readonly ask: 'codeEnd'; readonly phone: string }
  | { readonly name: 'number'; readonly ask: 'visitCnic'; readonly visit: Visit };

export type Ask = NumberPage['ask'];

/** How a number is typed and shown. `places`: one `0` a sign; a number without them is as long as it is. */
export interface NumberShape {
  readonly keys: 'digits' | 'signs';
  readonly places?: string;
  readonly least: number;
  readonly most: number;
  readonly isMasked?: true;
  /** The number as the hub reads it, or undefined where it can be none. */
  readonly read: (typed: string) => string | undefined;
}

const CNIC: NumberShape = {
  keys: 'digits',
  places: '00000-0000000-0',
  least: 13,
  most: 13,
  isMasked: true,
  read: readCnic,
};
const CODE: NumberShape = { keys: 'signs', least: 6, most: 32, read: readBookingCode };
const CODE_END: NumberShape = { keys: 'signs', places: '0000', least: 4, most: 4, read: (typed) => typed };
const PHONE: NumberShape = { keys: 'digits', places: '0000-0000000', least: 11, most: 11, read: readPhone };
const TRACKING: NumberShape = {
  keys: 'digits',
  places: '00-0000000-0',
  least: 10,
  most: 10,
  read: readTrackingNumber,
};
/** The code of the maintenance screen, as the hub's machine has it. */
const KEY: NumberShape = { keys: 'signs', least: 6, most: 32, read: (typed) => typed };
const LABEL: NumberShape = {
  keys: 'signs',
  least: 2,
  most: 12,
  read: (typed) => (parseLabel(typed) ? typed : undefined),
};

export const SHAPES: Readonly<Record<Ask, NumberShape>> = {
  code: CODE,
  cnic: CNIC,
  phone: PHONE,
  codeEnd: CODE_END,
  tracking: TRACKING,
  lost: CNIC,
  back: LABEL,
  visitCnic: CNIC,
  maintenance: KEY,
};

/** Where a number leads: to another page, to the hub, or behind the scenes. */
export type Way = { readonly page: KioskPage } | { readonly wish: Wish } | { readonly accessKey: string };

/** Where the number that was asked for leads. */
export function wayOf(page: NumberPage, value: string): Way {
  switch (page.ask) {
    case 'code':
      return { wish: { kind: 'booking', by: { kind: 'code', code: value } } };
    case 'cnic':
      return { wish: { kind: 'booking', by: { kind: 'cnic', cnic: value } } };
    case 'phone':
      return { page: { name: 'number', ask: 'codeEnd', phone: value } };
    case 'codeEnd':
      return { wish: { kind: 'booking', by: { kind: 'phone', phone: page.phone, codeEnd: value } } };
    case 'tracking':
      return { wish: { kind: 'collect', trackingNumber: value } };
    case 'lost':
      return { wish: { kind: 'lost', cnic: value } };
    case 'back':
      return { wish: { kind: 'back', label: value } };
    case 'maintenance':
      return { accessKey: value };
    case 'visitCnic':
      return { page: { name: 'confirm', visit: { ...page.visit, cnic: value } } };
  }
}
