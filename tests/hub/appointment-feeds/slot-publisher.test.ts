import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pullFeed } from '../../../src/hub/appointment-feeds/pull-feed.ts';
import { backendServer, listen, sendJson } from '../../support/bookings/backend-server.ts';
import { FakeDesk } from '../../support/bookings/fake-desk.ts';
import { pulling } from '../../support/bookings/pulling.ts';

const EMPTY = { bookings: [], cursor: 'c0', hasMore: false };
const SLOTS = { centreId: 'lahore', madeAt: '2026-11-23T08:00:00+05:00', slots: [] };

describe('the slots that the hub publishes', () => {
  it('are put to the backend as soon as they are known', async () => {
    const { url, asked } = await backendServer(({ method }, res) => {
      if (method === 'PUT') res.writeHead(204).end();
      else sendJson(res, EMPTY);
    });
    const { desk, feed } = pulling(url, { pollMs: 60_000, key: 'k1' });
    await desk.until(({ signs }) => signs.length === 1);
    feed.publishSlots(SLOTS);
    await feed.stop();
    feed.start();
    feed.publishSlots(SLOTS);
    await desk.until(({ signs }) => signs.length === 2);
    const puts = asked.filter(({ method }) => method === 'PUT');
    expect(puts[0]).toMatchObject({ url: '/centres/lahore/slots', body: JSON.stringify(SLOTS) });
    expect(puts[0]?.headers).toMatchObject({ authorization: 'Bearer k1', 'content-type': 'application/json' });
  });

  it('are tried again with each poll until they are taken, the newest page alone', async () => {
    let puts = 0;
    const { url, asked } = await backendServer(({ method }, res) => {
      if (method === 'GET') return sendJson(res, EMPTY);
      puts += 1;
      res.writeHead(puts <= 3 ? 500 : 204).end();
    });
    const desk = new FakeDesk();
    const feed = pullFeed({ baseUrl: url, centreId: 'lahore', key: null, desk, random: () => 0, pollMs: 5 });
    onTestFinished(() => feed.stop());
    for (const madeAt of ['1', '2', '3']) feed.publishSlots({ ...SLOTS, madeAt });
    feed.start();
    await desk.until(({ signs }) => signs.some(({ isUp }) => isUp));
    expect(desk.signs[0]).toEqual({ isUp: false, trouble: 'badStatus', detail: 'slots 500' });
    const bodies = asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(bodies).toEqual(Array(4).fill(JSON.stringify({ ...SLOTS, madeAt: '3' })));
  });

  it('are sent again when a newer page came while one was on its way', async () => {
    const held: ServerResponse[] = [];
    const seen: string[] = [];
    const url = await listen((req, res) => {
      if (req.method === 'GET') return sendJson(res, EMPTY);
      held.push(res);
      req.setEncoding('utf8');
      req.on('data', (text: string) => seen.push((JSON.parse(text) as { madeAt: string }).madeAt));
      req.on('end', () => arrived());
    });
    let arrived: () => void = () => undefined;
    const { desk, feed } = pulling(url, { pollMs: 60_000 });
    await desk.until(({ signs }) => signs.length === 1);
    const arrival = () => new Promise<void>((resolve) => (arrived = resolve));
    const first = arrival();
    feed.publishSlots({ ...SLOTS, madeAt: '1' });
    await first;
    feed.publishSlots({ ...SLOTS, madeAt: '2' });
    feed.publishSlots({ ...SLOTS, madeAt: '3' });
    const next = arrival();
    held[0]?.writeHead(204).end();
    await next;
    const last = held[1];
    last?.writeHead(204).end();
    if (last) await once(last, 'close');
    expect(seen).toEqual(['1', '3']);
  });
});
