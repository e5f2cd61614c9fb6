import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import type { Random } from '../../src/domain/random.ts';
import type { SlotPage } from '../../src/hub/appointment-feeds/slot-publisher.ts';
import type { Arrival } from './day-plan.ts';

/** An appointment of the day: what its citizen shows at the kiosk, and the row that the feed brings. */
export interface DayBooking {
  readonly code: string;
  readonly arrival: Arrival;
  readonly row: string;
}

const MINUTE = 60_000;
const HEADER = 'source_id,revision,status,name,cnic,phone,service,slot,language,needs';
/** Share of those who booked that stay away, and when around their slot the others come. */
const AWAY_SHARE = 0.15;
const COMES = { from: -25 * MINUTE, to: 8 * MINUTE } as const;
interface SlotPlace {
  readonly serviceId: string;
  readonly slotAt: number;
}

/** The first slot lies this long after the doors open, the last one this long after the first. */
const FIRST_MS = 30 * MINUTE;
const LAST_MS = 600 * MINUTE;

/** Thirteen digits of a citizen by number; nobody's, and never two alike in a day. */
export const dayCnic = (number: number): string => `35202${String(number).padStart(7, '0')}${(number % 9) + 1}`;

/** What the hub says can be booked of that day: each slot as often as it takes somebody. */
async function placesOf(url: string, opensAt: number): Promise<readonly SlotPlace[]> {
  const page = (await (await fetch(`${url}/api/slots`)).json()) as SlotPage;
  return page.slots.flatMap(({ serviceId, slotAt, capacity }) => {
    const at = Date.parse(slotAt);
    const isOfDay = at >= opensAt + FIRST_MS && at < opensAt + FIRST_MS + LAST_MS;
    return isOfDay ? Array.from({ length: capacity }, () => ({ serviceId, slotAt: at })) : [];
  });
}

/** The appointments of a day, with who of them comes and when. Only more than fit in all overbook a slot. */
export async function planBookings(
  { centre, url, opensAt }: { readonly centre: Centre; readonly url: string; readonly opensAt: number },
  count: number,
  random: Random,
): Promise<readonly DayBooking[]> {
  const places = count === 0 ? [] : await placesOf(url, opensAt);
  let free: SlotPlace[] = [];
  return Array.from({ length: count }, (_, i): DayBooking => {
    if (free.length === 0) free = [...places];
    const [place] = free.splice(Math.floor(random.next() * free.length), 1);
    if (!place) throw new Error('Nothing can be booked on that day.');
    const { serviceId, slotAt } = place;
    const code = `DAY-${String(i + 1).padStart(5, '0')}`;
    const language = random.chance(0.8) ? 'ur' : 'en';
    const comes = random.chance(AWAY_SHARE) ? Number.POSITIVE_INFINITY : slotAt + random.between(COMES.from, COMES.to);
    const kioskId = random.pick(centre.kiosks, () => 1).id;
    const phone = `0300${String(1_000_000 + i)}`;
    const cells = [code, 1, 'booked', `Citizen ${i + 1}`, dayCnic(i + 1), phone, serviceId];
    return {
      code,
      arrival: { at: Math.floor(comes), kioskId, serviceId, classes: [], language, bookingCode: code },
      row: [...cells, new Date(slotAt).toISOString(), language, ''].join(','),
    };
  });
}

/** Drops the day's appointments into the hub's folder of CSV files, and waits until the hub has taken them. */
export async function dropBookings(folder: string, bookings: readonly DayBooking[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'day.csv');
  writeFileSync(`${file}.new`, [HEADER, ...bookings.map((one) => one.row), ''].join('\n'));
  renameSync(`${file}.new`, file);
  const until = performance.now() + 60_000;
  while (existsSync(file)) {
    if (performance.now() > until) throw new Error('The hub has not taken the appointments of the day.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
