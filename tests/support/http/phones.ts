import { tokenKeyOf } from '../../../src/hub/citizen/token-key.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { readKey } from '../../../src/store/files/key-file.ts';
import { lahore } from '../lahore.ts';
import { MONDAY_TEN, testHub } from '../test-hub.ts';

export const PHONE = { width: 390, height: 844 };
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The centre that ships, with a short way for domicile. */
export function shortWay() {
  const centre = lahore();
  const kept = ['arrival', 'document-check', 'filing', 'biometrics', 'verification', 'ready', 'delivery'];
  const services = centre.services.map((one) =>
    one.id === 'domicile' ? { ...one, journey: one.journey.filter(({ id }) => kept.includes(id)) } : one,
  );
  return { ...centre, services };
}

/** Where phones reach a hub. */
export const phonesOf = ({ citizenPort }: { readonly citizenPort: number }) => `http://127.0.0.1:${citizenPort}`;

/** A hub whose clock the test turns, and the address of a token's page. */
export async function hubWith(more: Parameters<typeof testHub>[0] = {}) {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ centre: shortWay(), clock, ...more });
  const keyOf = (tokenId = 0) => tokenKeyOf(readKey(hub.folder, 'person'), tokenId);
  return { hub, clock, keyOf, pageOf: (tokenId = 0) => `${phonesOf(hub)}/t/${keyOf(tokenId)}` };
}
