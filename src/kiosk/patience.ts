import { FIRST_PAGE, type KioskPage } from './kiosk-page.ts';

const MS = 20_000;
/** Whoever hears the screen, or goes through it by a switch, takes longer; so does a technician. */
const AIDED_MS = 60_000;
const MAINTENANCE_MS = 120_000;

/** How long a page waits for a touch, and whether it asks before it leaves. */
export interface Patience {
  readonly ms: number;
  readonly asks: boolean;
}

export function patienceOf(page: KioskPage, hasAids: boolean): Patience {
  if (page.name === 'maintenance') return { ms: MAINTENANCE_MS, asks: false };
  // Nothing is lost with the first page, nor with a token that was taken; but aids are.
  return { ms: hasAids ? AIDED_MS : MS, asks: hasAids || (page !== FIRST_PAGE && page.name !== 'token') };
}
