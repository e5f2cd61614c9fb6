import { once } from 'node:events';
import { request } from 'node:https';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeAuthority, makeDeviceKey, makeServer, signDevice } from '../../../src/hub/pairing/certificates.ts';
import { keyWords } from '../../../src/hub/pairing/key-words.ts';
import { askHub } from '../../../src/hub/paired/hub-request.ts';
import type { Pairing } from '../../../src/hub/paired/pair.ts';
import { tlsOptions } from '../../../src/hub/paired/tls-options.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import { networked } from '../../support/networked.ts';
import { answered, approved } from '../../support/staff.ts';

/** A screen of a paired machine. */
function screenOf(pairing: Pick<Pairing, 'url'> & Partial<Pairing>, auth: object) {
  const tls = pairing.key === undefined ? { rejectUnauthorized: false } : tlsOptions(pairing as Pairing);
  const socket = io(pairing.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { version: PROTOCOL_VERSION, device: 'whatever it says', ...auth },
    ...tls,
  });
  onTestFinished(() => void socket.close());
  return {
    socket,
    outcome: new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('in'));
      socket.once('connect_error', (error) => resolve((error as { data?: { code: string } }).data?.code ?? 'cut off'));
    }),
  };
}

const statusOf = (url: string, path: string, tls: object): Promise<number> =>
  new Promise((resolve, reject) => {
    const req = request(`${url}${path}`, { agent: false, rejectUnauthorized: false, ...tls }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.on('error', reject);
    req.end();
  });

describe('pairing', () => {
  it('shows the words that the manager sees, and makes the machine a device by its code, once', async () => {
    const { manager, begin, grant, url } = await networked();
    const { code, words, paired } = await begin();
    const before = await answered(manager, 'pairing');
    expect(before).toMatchObject({ words, url, waiting: 1, devices: [] });
    expect(words).toHaveLength(6);
    expect(await grant(code, 'kiosk', '1')).toMatchObject({ ok: true });
    const pairing = await paired;
    expect(await grant(code, 'kiosk', '1')).toMatchObject({ error: { code: 'wrongPairingCode' } });
    const kiosk = screenOf(pairing, { screen: 'kiosk', kioskId: 1 });
    expect(await kiosk.outcome).toBe('in');
    const after = await answered(manager, 'pairing');
    expect(after.devices).toMatchObject([{ name: 'A machine', kind: 'kiosk', place: '1', isHere: true }]);
  });

  it('lets a machine that is not paired do nothing but ask for a code', async () => {
    const { url } = await networked();
    expect(await screenOf({ url }, { screen: 'board', hallId: null }).outcome).toBe('cut off');
    for (const path of ['/', '/kiosk/', '/slips/1.png', '/api/slots']) {
      expect([path, await statusOf(url, path, {})]).toEqual([path, 403]);
    }
    // Nor does a certificate of somebody else's authority help.
    const other = await makeAuthority('other', Date.now());
    const { key, publicKey } = await makeDeviceKey();
    const cert = (await signDevice(other, { name: 'x', publicKey }, Date.now())) ?? '';
    expect(await statusOf(url, '/kiosk/', { key, cert })).toBe(403);
  });

  it('lets a device be what it was paired as, at its place, and nothing else', async () => {
    const { begin, grant } = await networked();
    const { code, paired } = await begin();
    await grant(code, 'board', 'hall');
    const pairing = await paired;
    const say = (auth: object) => screenOf(pairing, auth).outcome;
    expect(await say({ screen: 'board', hallId: 'hall' })).toBe('in');
    expect(await say({ screen: 'board', hallId: null })).toBe('notPaired');
    expect(await say({ screen: 'kiosk', kioskId: 1 })).toBe('notPaired');
    expect(await say({ screen: 'operator', counterId: 1 })).toBe('notPaired');
    expect(await say({ screen: 'manager' })).toBe('notPaired');
    // It has voices of the hub with its certificate, and not what is no board's.
    expect(await statusOf(pairing.url, '/voices/ur/manifest.json', tlsOptions(pairing))).toBe(200);
    expect(await statusOf(pairing.url, '/api/slots', tlsOptions(pairing))).toBe(403);
  });

  it('cuts a revoked device off at once and for good, and writes its name in the log, not what it says', async () => {
    const { manager, begin, grant } = await networked();
    const { code, paired } = await begin();
    await grant(code, 'kiosk', '1');
    const pairing = await paired;
    const kiosk = screenOf(pairing, { screen: 'kiosk', kioskId: 1 });
    expect(await kiosk.outcome).toBe('in');
    const cut = new Promise((resolve) => kiosk.socket.once('disconnect', resolve));
    expect(await approved(manager, 'revokeDevice', { deviceId: pairing.deviceId })).toMatchObject({ ok: true });
    await cut;
    expect(await screenOf(pairing, { screen: 'kiosk', kioskId: 1 }).outcome).toBe('cut off');
    expect(await statusOf(pairing.url, '/voices/ur/manifest.json', tlsOptions(pairing))).toBe(403);
    expect(await approved(manager, 'revokeDevice', { deviceId: pairing.deviceId })).toMatchObject({
      error: { code: 'unknownDevice' },
    });
  });

  it('ends a code after ten minutes, and every code after five wrong ones', async () => {
    const { begin, grant, clock } = await networked();
    const late = await begin();
    clock.turnTo(clock.at() + 10 * 60_000 + 1);
    await expect(late.paired).rejects.toThrow('over');
    expect(await grant(late.code, 'kiosk', '1')).toMatchObject({ error: { code: 'wrongPairingCode' } });
    const guessed = await begin();
    const wrong = String((Number(guessed.code) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1) await grant(wrong, 'kiosk', '1');
    expect(await grant(guessed.code, 'kiosk', '1')).toMatchObject({ error: { code: 'wrongPairingCode' } });
    await expect(guessed.paired).rejects.toThrow('over');
  });

  it('refuses what is no key, what is too large, and whoever asks too often', async () => {
    const { url } = await networked();
    const ask = async (body: object) => (await askHub(`${url}/pair`, { method: 'POST', body })).status;
    expect(await ask({ publicKey: 'nonsense' })).toBe(400);
    expect(await ask({ publicKey: 'x'.repeat(10_000) })).toBe(400);
    expect(await ask({ publicKey: 'x', more: 1 })).toBe(400);
    expect(await ask({})).toBe(400);
    expect(await ask({})).toBe(400);
    expect(await ask({})).toBe(429);
  });

  it('lets no machine of the network take the hub from the others, paired or not', async () => {
    const { url, begin, grant } = await networked({ screenRequests: { perSecond: 0.001, burst: 40 } });
    const { code, paired } = await begin();
    await grant(code, 'board', 'hall');
    const pairing = await paired;
    const asked: number[] = [];
    while (asked.length < 41 && asked.at(-1) !== 429) asked.push(await statusOf(url, '/api/slots', {}));
    expect(new Set(asked)).toEqual(new Set([403, 429]));
    expect(await statusOf(url, '/api/slots', tlsOptions(pairing))).toBe(429);
  });

  it('lets a machine of the network hold few connections open', async () => {
    const { url } = await networked({ connectionsPerDevice: 3 });
    const { hostname, port } = new URL(url);
    const held = Array.from({ length: 3 }, () => connect(Number(port), hostname));
    onTestFinished(() => held.forEach((socket) => void socket.destroy()));
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    await expect(statusOf(url, '/', {})).rejects.toThrow(/socket|ECONNRESET/i);
    held[0]?.destroy();
    await expect.poll(() => statusOf(url, '/', {}).catch(() => 'cut off')).toBe(403);
  });

  it('is not asked by a page of another site', async () => {
    const { url } = await networked();
    const headers = { origin: 'https://elsewhere.invalid' };
    expect(await statusOf(url, '/pair', { method: 'POST', headers })).toBe(403);
  });

  it('shows other words to a machine that meets somebody in the middle', async () => {
    const [one, other] = [await makeAuthority('a', Date.now()), await makeAuthority('a', Date.now())];
    expect(keyWords(one.cert)).not.toEqual(keyWords(other.cert));
    expect(keyWords(one.cert)).toEqual(keyWords(one.cert));
    expect((await makeServer(one, ['127.0.0.1'], Date.now())).cert).toContain('BEGIN CERTIFICATE');
  });
});
