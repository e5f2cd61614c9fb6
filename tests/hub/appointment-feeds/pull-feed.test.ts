import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backOffMs } from '../../../src/hub/appointment-feeds/back-off.ts';
import { backendServer, listen, sendJson } from '../../support/bookings/backend-server.ts';
import { FakeDesk } from '../../support/bookings/fake-desk.ts';
import { pulling } from '../../support/bookings/pulling.ts';
import { wireBooking } from '../../support/bookings/wire-booking.ts';

const EMPTY = { bookings: [], cursor: 'c0', hasMore: false };

const isDown = (desk: FakeDesk) => desk.signs.at(-1)?.isUp === false;

describe('the pull feed', () => {
  it('takes a page, keeps the bookmark after it, and goes on from there with its key', async () => {
    const { url, asked } = await backendServer((_, res) =>
      sendJson(res, { bookings: [wireBooking(1), { name: 'nobody' }], cursor: 'c 1/2', hasMore: false }),
    );
    const { desk } = pulling(`${url}/api/`, { key: 'k1' });
    await desk.until(({ bookmarks }) => bookmarks.length === 2);
    expect(desk.bookings.size).toBe(1);
    expect(desk.reports.slice(0, 2)).toEqual([
      { place: 'row 1', outcome: 'created' },
      { place: 'row 2', sourceId: null, fault: 'badBookingCode' },
    ]);
    expect(asked.slice(0, 2).map((one) => one.url)).toEqual([
      '/api/centres/lahore/bookings',
      '/api/centres/lahore/bookings?after=c%201%2F2',
    ]);
    expect(asked[0]?.headers.authorization).toBe('Bearer k1');
    expect(desk.signs[0]).toEqual({ isUp: true });
  });

  it('fetches page after page at once, and counts rows through them', async () => {
    const { url } = await backendServer(({ url: path }, res) => {
      const page = Number(/after=(\d+)/.exec(path)?.[1] ?? 0) + 1;
      sendJson(res, { bookings: [wireBooking(page)], cursor: String(page), hasMore: page < 5 });
    });
    const { desk } = pulling(url, { pollMs: 60_000 });
    await desk.until(({ signs }) => signs.length === 1);
    expect(desk.reports.map(({ place }) => place)).toEqual(['row 1', 'row 2', 'row 3', 'row 4', 'row 5']);
    expect(desk.bookmark().cursor).toBe('5');
  });

  it('sends a tag only with the question that it came from, and takes 304 for nothing new', async () => {
    const { url, asked } = await backendServer(({ headers }, res) => {
      if (headers['if-none-match'] === '"all"') res.writeHead(304).end();
      else sendJson(res, { bookings: [], cursor: 'c1', hasMore: false }, { etag: '"all"' });
    });
    const { desk } = pulling(url);
    await desk.until(({ signs }) => signs.length === 4);
    expect(asked.slice(0, 4).map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
      '"all"',
      '"all"',
    ]);
    expect(desk.signs.every((sign) => sign.isUp)).toBe(true);
    expect(desk.bookmarks).toEqual([
      { cursor: 'c1', etag: null },
      { cursor: 'c1', etag: '"all"' },
    ]);
  });

  it('does not move the bookmark when a page could not be stored, and takes it again', async () => {
    const { url, asked } = await backendServer((_, res) =>
      sendJson(res, {
        bookings: Array.from({ length: 800 }, (__, number) => wireBooking(number)),
        cursor: 'c1',
        hasMore: false,
      }),
    );
    const desk = new FakeDesk();
    desk.failures = 2;
    const { feed } = pulling(url, { desk, pollMs: 60_000 });
    await desk.until(({ bookmarks }) => bookmarks.length === 1);
    expect(desk.signs.slice(0, 2)).toEqual(Array(2).fill({ isUp: false, trouble: 'notStored', detail: '' }));
    expect(asked.map((one) => one.url)).toEqual(Array(3).fill('/centres/lahore/bookings'));
    expect(desk.bookings.size).toBe(800);
    await feed.stop();
  });

  it.each<[string, (res: ServerResponse) => void, object]>([
    ['badStatus', (res) => res.writeHead(500).end('x'), { detail: '500' }],
    ['badStatus', (res) => res.writeHead(404).end(), { detail: '404' }],
    ['badStatus', (res) => res.writeHead(304).end(), { detail: '304' }],
    [
      'notJson',
      (res) => res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
      { detail: 'text/html' },
    ],
    ['notJson', (res) => res.writeHead(200).end('{"bookings":['), { detail: '' }],
    ['notJson', (res) => res.writeHead(200).end(Buffer.from([0x22, 0xff, 0x22])), { detail: '' }],
    ['badAnswer', (res) => sendJson(res, []), { detail: '' }],
    ['badAnswer', (res) => sendJson(res, { ...EMPTY, cursor: 5 }), { detail: 'cursor' }],
    ['badAnswer', (res) => sendJson(res, { ...EMPTY, extra: 1 }), { detail: '' }],
    ['badAnswer', (res) => sendJson(res, { ...EMPTY, bookings: Array(1001).fill(0) }), { detail: 'bookings' }],
    ['unreachable', (res) => res.destroy(), {}],
  ])('is down with %s', async (trouble, answer, more) => {
    const { url } = await backendServer((_, res) => answer(res));
    const { desk } = pulling(url);
    await desk.until(({ signs }) => signs.length > 0);
    expect(desk.signs[0]).toMatchObject({ isUp: false, trouble, ...more });
    expect([desk.rows, desk.bookmarks]).toEqual([[], []]);
  });

  it('is down when nobody listens there, and up again when somebody does', async () => {
    const server = createServer((_, res) => sendJson(res, EMPTY)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const { desk } = pulling(`http://127.0.0.1:${port}`);
    await desk.until(isDown);
    expect(desk.signs[0]).toEqual({ isUp: false, trouble: 'unreachable', detail: 'ECONNREFUSED' });
    onTestFinished(() => void server.close());
    server.listen(port, '127.0.0.1');
    await desk.until(({ signs }) => signs.at(-1)?.isUp === true);
  });

  it('does not ask without end where the cursor stands still', async () => {
    const { url, asked } = await backendServer((_, res) => sendJson(res, { ...EMPTY, hasMore: true }));
    const { desk } = pulling(url, { retryMs: 60_000, mostRetryMs: 60_000 });
    await desk.until(isDown);
    expect(desk.signs).toEqual([{ isUp: false, trouble: 'badAnswer', detail: 'cursor' }]);
    expect(asked).toHaveLength(2);
  });

  it('follows no redirect, for its key would go with it', async () => {
    const { url: elsewhere, asked } = await backendServer((_, res) => sendJson(res, EMPTY));
    const { url } = await backendServer((_, res) => res.writeHead(302, { location: `${elsewhere}/x` }).end());
    const { desk } = pulling(url, { key: 'k1' });
    await desk.until(isDown);
    expect(desk.signs[0]).toEqual({ isUp: false, trouble: 'badStatus', detail: '302' });
    expect(asked).toEqual([]);
  });

  it('stops reading a body that is too large, however long it says it is', async () => {
    let sent = 0;
    const url = await listen((_, res) => {
      res.on('close', () => res.destroy());
      const write = () => {
        sent += 65_536;
        if (!res.destroyed) res.write(' '.repeat(65_536), () => write());
      };
      write();
    });
    const { desk } = pulling(url, { mostBytes: 1_000_000, retryMs: 60_000, mostRetryMs: 60_000 });
    await desk.until(isDown);
    expect(desk.signs).toEqual([{ isUp: false, trouble: 'tooLarge', detail: '' }]);
    expect(sent).toBeLessThan(30_000_000);
  });

  it('counts a packed body as what it unpacks to', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(Buffer.alloc(5_000_000, 0x20));
    const { url } = await backendServer((_, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(packed));
    const { desk } = pulling(url, { mostBytes: 1_000_000 });
    await desk.until(isDown);
    expect(packed.length).toBeLessThan(1_000_000);
    expect(desk.signs[0]).toMatchObject({ trouble: 'tooLarge' });
  });

  it('is down with slow when headers or the body take too long', async () => {
    const silent = await listen(() => undefined);
    const dripping = await listen((_, res) => void res.write('{'));
    for (const url of [silent, dripping]) {
      const { desk } = pulling(url, { timeoutMs: 100 });
      await desk.until(isDown);
      expect(desk.signs[0]).toEqual({ isUp: false, trouble: 'slow', detail: '' });
    }
  });

  it('stops at once, whatever is under way, and takes nothing after that', async () => {
    const silent = await listen(() => undefined);
    const { feed, desk } = pulling(silent);
    await setImmediate();
    const began = performance.now();
    await feed.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(desk.signs).toEqual([]);

    const { url } = await backendServer((_, res) =>
      sendJson(res, {
        bookings: Array.from({ length: 1000 }, (__, number) => wireBooking(number)),
        cursor: 'c',
        hasMore: true,
      }),
    );
    const held = new FakeDesk();
    let open: () => void = () => undefined;
    held.gate = new Promise((resolve) => (open = resolve));
    const { feed: busy } = pulling(url, { desk: held });
    await held.until(({ calls }) => calls === 1);
    const stopped = busy.stop();
    open();
    await stopped;
    expect([held.pieces.length, held.bookmarks.length, held.signs.length]).toEqual([1, 0, 0]);
  });

  it('can be started again after it was stopped', async () => {
    const { url } = await backendServer((_, res) => sendJson(res, EMPTY));
    const { feed, desk } = pulling(url);
    await desk.until(({ signs }) => signs.length === 1);
    await feed.stop();
    const before = desk.signs.length;
    feed.start();
    await desk.until(({ signs }) => signs.length > before);
    expect(desk.signs.every(({ isUp }) => isUp)).toBe(true);
  });
});

describe('the back-off', () => {
  it('doubles with each failure, half of it by chance, up to five minutes', () => {
    const waits = (chance: number) => [1, 2, 3, 9, 50].map((failures) => backOffMs(failures, 1000, 300_000, chance));
    expect(waits(0)).toEqual([500, 1000, 2000, 128_000, 150_000]);
    expect(waits(0.999_999)).toEqual([1000, 2000, 4000, 256_000, 300_000]);
  });

  it('grows while the backend fails and is forgotten when it works', async () => {
    const chances: number[] = [];
    let answers = 0;
    const { url } = await backendServer((_, res) => {
      answers += 1;
      if (answers === 4) sendJson(res, EMPTY);
      else res.writeHead(500).end();
    });
    const { desk } = pulling(url, { retryMs: 4, random: () => chances.push(0) % 1 });
    await desk.until(({ signs }) => signs.length === 6);
    expect(desk.signs.map(({ isUp }) => isUp)).toEqual([false, false, false, true, false, false]);
    expect(chances).toHaveLength(5);
  });
});
