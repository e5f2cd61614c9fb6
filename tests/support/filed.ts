import type { Hub } from '../../src/hub/hub.ts';
import { kiosk, operator, wishFor } from './test-hub.ts';

/** Files applications of a service: each citizen walks through every counter stage of the visit. */
export async function fileApplications(hub: Pick<Hub, 'url'>, serviceId: string, count: number): Promise<string[]> {
  const desks = new Map<number, ReturnType<typeof operator>>();
  const citizen = kiosk(hub, { device: 'filing' });
  const deskAt = async (id: number) => {
    const known = desks.get(id);
    if (known) return known;
    const made = operator(hub, id, { device: `filing-${id}` });
    await made.done('openCounter', { operator: 'Amna' });
    desks.set(id, made);
    return made;
  };
  const numbers: string[] = [];
  for (let filed = 0; filed < count; filed += 1) {
    let { label = '', tokenId = 0, goTo, trackingNumber } = await citizen.done('issue', wishFor(serviceId));
    while (goTo) {
      const desk = await deskAt(goTo.counters[0] ?? 0);
      await desk.done('jump', { label, reason: 'reasonUrgent' });
      await desk.done('start', { tokenId });
      const ended = await desk.done('finish', { tokenId, thenCall: false });
      goTo = ended.goTo;
      trackingNumber = ended.trackingNumber ?? trackingNumber;
    }
    numbers.push(trackingNumber ?? '');
  }
  return numbers;
}

const row = (place: number, slot: string) =>
  `LHR-7K2M-94Q${'23456789'[place]},1,booked,Ali Khan,35202${7_000_000 + place * 13}${place + 1},92300${1_000_000 + place},domicile,${slot},ur,`;

/** Rows of a dropped file: seven bookings for a slot that takes fewer, and two that are none. */
export const BOOKINGS_FILE = [
  'source_id,revision,status,name,cnic,phone,service,slot,language,needs',
  ...Array.from({ length: 7 }, (_, place) => row(place, '2026-11-23T12:30:00+05:00')),
  row(7, '2026-11-23T12:37:00+05:00'),
  'half a row',
].join('\n');
