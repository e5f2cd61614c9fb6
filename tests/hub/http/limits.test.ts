import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Allowance, takeOne } from '../../../src/hub/limits/allowance.ts';
import { limitsOf } from '../../../src/hub/limits/limits.ts';
import { noOf } from '../../support/http/api.ts';
import { phonesOf } from '../../support/http/phones.ts';
import { rawHttp } from '../../support/http/raw-http.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

describe('an allowance', () => {
  it('gives its burst at once and its pace in the long run, whatever the rhythm', () => {
    const pace = { perSecond: 50, burst: 200 };
    let allowance: Allowance | undefined;
    let given = 0;
    for (let ms = 0; ms < 10_000; ms += 1) {
      const taken = takeOne(allowance, pace, ms);
      ({ allowance } = taken);
      if (taken.againMs === 0) given += 1;
    }
    expect(given).toBeGreaterThanOrEqual(699);
    expect(given).toBeLessThanOrEqual(700);
    expect(takeOne({ left: 0, atMs: 0 }, pace, 0).againMs).toBe(20);
    expect(takeOne({ left: 0, atMs: 0 }, pace, 20).againMs).toBe(0);
    // A clock that stands or goes back gives nothing away.
    expect(takeOne({ left: 0, atMs: 1_000 }, pace, 0).againMs).toBe(20);
    expect(takeOne({ left: 0, atMs: 0 }, pace, 86_400_000).allowance.left).toBe(199);
  });

  it('is none of a demo clock, which is driven as fast as a machine goes', () => {
    expect([limitsOf('demo').socket, limitsOf('real').socket?.perSecond]).toEqual([null, 50]);
  });
});

describe('a screen that floods the hub', () => {
  it('is told in both languages that it is too much, is cut off when it goes on, and harms no other', async () => {
    const hub = await testHub({ limits: { socket: { perSecond: 0.01, burst: 10 } } });
    const [flood, other] = [kiosk(hub, { device: 'flood' }), kiosk(hub, { device: 'other' })];
    const replies = await Promise.all(Array.from({ length: 30 }, () => flood.send('issue', wishFor('fine'))));
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(10);
    expect(codes.filter((code) => code === 'tooMany')).toHaveLength(20);
    const refused = replies.find((reply) => !reply.ok);
    expect(refused).toMatchObject({ error: { message: { ur: expect.stringMatching(/[\u0600-\u06ff]/) } } });
    expect(await other.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-011' });
    const cut = new Promise((resolve) => void flood.socket.once('disconnect', resolve));
    for (let i = 0; i < 60; i += 1) flood.socket.emit('ask', { name: 'nothing', payload: {} }, () => undefined);
    expect(await cut).toBe('io server disconnect');
    expect(await other.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-012' });
  });
});

describe('an address that asks too much', () => {
  it('is told when to come again, by each listener in its own way', async () => {
    const pace = { perSecond: 0.01, burst: 5 };
    const hub = await testHub({ limits: { phoneRequests: pace, screenRequests: pace } });
    const statuses = async (url: string) => {
      const seen: number[] = [];
      for (let i = 0; i < 7; i += 1) seen.push((await fetch(url)).status);
      return seen;
    };
    expect(await statuses(`${hub.url}/api/slots`)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(await statuses(`${phonesOf(hub)}/api/v1/key`)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await fetch(`${phonesOf(hub)}/api/v1/key`);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await noOf(refused)).toEqual([429, 'tooMany']);
    expect((await fetch(`${phonesOf(hub)}/t/x`)).status).toBe(429);
  });

  it('holds no more than its connections open, and gets them back as it closes some', async () => {
    const hub = await testHub({ limits: { connectionsPerAddress: 3 } });
    const open = async (): Promise<Socket> => {
      const socket = connect(hub.citizenPort, '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      return socket;
    };
    const held = [await open(), await open(), await open()];
    await once(await open(), 'close');
    held[0]?.destroy();
    await expect
      .poll(
        () =>
          fetch(`${phonesOf(hub)}/api/v1/key`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 5_000 },
      )
      .toBe(200);
  });

  it('is not waited for when it sends its head byte by byte', async () => {
    const hub = await testHub({ limits: { slowHeadMs: 300 } });
    for (const port of [hub.port, hub.citizenPort]) {
      const began = performance.now();
      expect(await rawHttp(port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408/);
      expect(performance.now() - began).toBeLessThan(3_000);
    }
  });

  it('is not waited for when it sends a body byte by byte that nobody asked for', async () => {
    const hub = await testHub({ limits: { slowHeadMs: 300 } });
    const began = performance.now();
    const head = 'POST /pair HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4000\r\n\r\n';
    expect(await rawHttp(hub.port, head)).toMatch(/^HTTP\/1\.1 405/);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
