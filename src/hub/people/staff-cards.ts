import { createHmac } from 'node:crypto';
import type { Store } from '../../store/store.ts';

/** What readers give of a card: digits, or bytes in hexadecimal; a kiosk knows it by this shape too. */
const CARD = /^[\dA-F]{8,20}$/;

/** The keyed hash of a card's number as a reader gives it; undefined when it is the number of no card. */
export function cardMacOf(key: Buffer, text: string): string | undefined {
  const card = text.trim().toUpperCase();
  return CARD.test(card) ? createHmac('sha256', key).update(`card:${card}`).digest('hex') : undefined;
}

/** Whose card that is. */
export function staffOfCard({ staffCards, personKey }: Pick<Store, 'staffCards' | 'personKey'>, text: string) {
  const mac = cardMacOf(personKey, text);
  return mac === undefined ? undefined : staffCards.byMac(mac);
}
