import { request } from 'node:https';
import { expect, it } from 'vitest';
import { DEVICE_KINDS, type DeviceKind } from '../../../src/domain/people/device.ts';
import type { Pairing } from '../../../src/hub/paired/pair.ts';
import { tlsOptions } from '../../../src/hub/paired/tls-options.ts';
import { DEVICE_FILES, mayFetch } from '../../../src/protocol/device-files.ts';
import { networked } from '../../support/networked.ts';

const DAY = '2026-11-23';
const NOBODY: readonly DeviceKind[] = [];
const MANAGER: readonly DeviceKind[] = ['manager'];

/** Which kinds of machines may ask what, written down a second time: a slip in the table shows here. */
const EXPECTED: readonly (readonly [method: string, path: string, kinds: readonly DeviceKind[]])[] = [
  ['GET', '/slips/1.png', ['kiosk']],
  ['GET', '/slips/1-tracking.png', ['kiosk']],
  ['GET', '/voices/ur/manifest.json', ['kiosk', 'board']],
  ['GET', '/media/door%20one.png', ['board', 'manager']],
  ['GET', '/api/media', MANAGER],
  ['GET', '/api/beside', ['standby']],
  ['GET', '/beside/media/door%20one.png', ['standby']],
  ['GET', '/beside/voices/ur/manifest.json', ['standby']],
  ['GET', '/api/slots', MANAGER],
  ['GET', `/reports/${DAY}/${DAY}/by-service.csv`, MANAGER],
  ['GET', `/reports/${DAY}/day.pdf?lang=ur`, MANAGER],
  ['POST', '/media?name=door.png', MANAGER],
  ['POST', '/media/door.png', NOBODY],
  ['DELETE', '/media/door.png', NOBODY],
  ['POST', '/feeds/bookings', NOBODY],
  ['POST', `/reports/${DAY}/day.pdf`, NOBODY],
  ['GET', '/', NOBODY],
  ['GET', '/manager/', NOBODY],
  ['GET', '/api/anything', NOBODY],
  ['GET', '/api/media/', NOBODY],
  ['GET', '/slips/', NOBODY],
  ['GET', '/media/..%2f', MANAGER.concat('board')],
  ['GET', '/media/a/b.png', NOBODY],
];

/** What the hub says to a paired machine that asks for what is not of its kind. */
const REFUSED = 'Not for a machine of this kind.\n';

function ask(pairing: Pairing, method: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const req = request(`${pairing.url}${path}`, { method, agent: false, ...tlsOptions(pairing) }, (res) => {
      let text = '';
      res.on('data', (piece) => (text += String(piece)));
      res.on('end', () => resolve(res.statusCode === 403 && text === REFUSED ? 'refused' : 'heard'));
    });
    req.on('error', reject);
    req.end();
  });
}

it('lets each kind of machine ask what is written here, and nothing else', () => {
  for (const [method, path, kinds] of EXPECTED) {
    const may = DEVICE_KINDS.filter((kind) => mayFetch(kind, method, path.split('?')[0] ?? ''));
    expect([method, path, may]).toEqual([method, path, DEVICE_KINDS.filter((kind) => kinds.includes(kind))]);
  }
  for (const [name, { method, path }] of Object.entries(DEVICE_FILES))
    expect([name, EXPECTED.some(([asked, one]) => asked === method && path.test(one.split('?')[0] ?? ''))]).toEqual([
      name,
      true,
    ]);
});

it('the hub holds to it: a machine of every kind asks for everything over its own certificate', async () => {
  const { begin, grant, clock } = await networked();
  for (const kind of DEVICE_KINDS) {
    // So few machines of one address may ask in a minute.
    clock.turnTo(clock.at() + 60_000);
    const { code, paired } = await begin();
    await grant(code, kind, null);
    const pairing = await paired;
    for (const [method, path, kinds] of EXPECTED) {
      const outcome = await ask(pairing, method, path);
      expect([kind, method, path, outcome]).toEqual([kind, method, path, kinds.includes(kind) ? 'heard' : 'refused']);
    }
  }
});
