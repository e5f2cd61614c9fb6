import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { pushFeed, type PushFeedOptions } from '../../../src/hub/appointment-feeds/push-feed.ts';
import { FakeDesk } from '../../support/bookings/fake-desk.ts';
import { listen } from '../../support/bookings/backend-server.ts';
import { deliveryHeaders, PUSH_SECRET } from '../../support/bookings/push-delivery.ts';
import { wireBooking } from '../../support/bookings/wire-booking.ts';

const NOW = Date.parse('2026-11-23T08:00:00+05:00');
const MINUTE = 60_000;
const BODY = JSON.stringify({ bookings: [wireBooking()] });

interface Said {
  readonly ok: boolean;
  readonly reports?: readonly object[];
  readonly error?: { readonly code: string; readonly message: { readonly en: string; readonly ur: string } };
}

async function webhook(options: Partial<PushFeedOptions> = {}) {
  const desk = new FakeDesk();
  const clock = { at: NOW };
  const feed = pushFeed({ secret: PUSH_SECRET, desk, nowAt: () => clock.at, ...options });
  feed.start();
  const bodies = { read: 0, isSecond: () => undefined as void };
  const url = await listen((req, res) => {
    req.once('end', () => {
      bodies.read += 1;
      if (bodies.read === 2) bodies.isSecond();
    });
    feed.handle(req, res);
  });
  async function post(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
  ): Promise<[number, Said]> {
    const response = await fetch(url, { method: 'POST', body, headers });
    return [response.status, (await response.json()) as Said];
  }
  const code = async (...args: Parameters<typeof post>) => {
    const [status, said] = await post(...args);
    return [status, said.error?.code ?? 'ok'];
  };
  /** Resolves when the feed has two bodies in hand. */
  const twoBodies = async () => {
    if (bodies.read < 2) await new Promise<void>((resolve) => (bodies.isSecond = resolve));
    await setImmediate();
  };
  return { desk, clock, feed, url, post, code, twoBodies };
}

describe('the push feed', () => {
  it('takes a signed delivery and reports each row', async () => {
    const { desk, post } = await webhook();
    const body = JSON.stringify({ bookings: [wireBooking(1), wireBooking(2, { cnic: '123' })] });
    expect(await post(body, deliveryHeaders(body, 'd1', NOW))).toEqual([
      200,
      {
        ok: true,
        reports: [
          { place: 'row 1', outcome: 'created' },
          { place: 'row 2', sourceId: 'LHR-000002', fault: 'badCnic' },
        ],
      },
    ]);
    expect(desk.bookings.get('LHR-000001')?.cnic).toBe('3520200000012');
    expect(desk.signs).toEqual([{ isUp: true }]);
  });

  it('refuses a wrong signature: of another secret, of another body, of another time, of none', async () => {
    const { desk, code } = await webhook();
    const right = deliveryHeaders(BODY, 'd1', NOW);
    const { 'x-markaz-signature': _left, ...unsigned } = right;
    const refused = [401, 'badSignature'];
    expect(await code(BODY, deliveryHeaders(BODY, 'd1', NOW, 'other'))).toEqual(refused);
    expect(await code(BODY.replace('Ayesha', 'Aisha'), right)).toEqual(refused);
    expect(await code(BODY, { ...right, 'x-markaz-timestamp': String(NOW / 1000 + 1) })).toEqual(refused);
    expect(await code(BODY, { ...right, 'x-markaz-signature': 'v1=00' })).toEqual(refused);
    expect(await code(BODY, unsigned)).toEqual(refused);
    expect(desk.rows).toEqual([]);
    expect(desk.signs.at(-1)).toEqual({ isUp: false, trouble: 'badSignature', detail: 'badSignature' });
  });

  it('takes what is up to five minutes from the hub’s clock, either way', async () => {
    const { code } = await webhook();
    const at = (ms: number, id: string) => code(BODY, deliveryHeaders(BODY, id, NOW + ms));
    expect(await at(-5 * MINUTE, 'a')).toEqual([200, 'ok']);
    expect(await at(5 * MINUTE, 'b')).toEqual([200, 'ok']);
    expect(await at(-5 * MINUTE - 1000, 'c')).toEqual([401, 'timestampOutside']);
    expect(await at(5 * MINUTE + 1000, 'd')).toEqual([401, 'timestampOutside']);
  });

  it('refuses a replay: the whole delivery, its id with new words, its signature under a new id', async () => {
    const { desk, clock, code } = await webhook();
    const headers = deliveryHeaders(BODY, 'd1', NOW);
    expect(await code(BODY, headers)).toEqual([200, 'ok']);
    const other = JSON.stringify({ bookings: [wireBooking(2)] });
    const shouted = { ...headers, 'x-markaz-signature': `v1=${headers['x-markaz-signature'].slice(3).toUpperCase()}` };
    clock.at += 5 * MINUTE;
    for (const [body, mark] of [
      [BODY, headers],
      [other, deliveryHeaders(other, 'd1', NOW + MINUTE)],
      [BODY, { ...headers, 'x-markaz-delivery': 'd2' }],
      [BODY, { ...shouted, 'x-markaz-delivery': 'd3' }],
    ] as const) {
      expect(await code(body, mark)).toEqual([409, 'replayed']);
    }
    expect(desk.rows).toHaveLength(1);
    expect(desk.signs).toEqual([{ isUp: true }]);
  });

  it('refuses the replay of a delivery from ahead of its clock for as long as its timestamp passes', async () => {
    const { clock, code } = await webhook();
    const headers = deliveryHeaders(BODY, 'd1', NOW + 5 * MINUTE);
    expect(await code(BODY, headers)).toEqual([200, 'ok']);
    clock.at += 10 * MINUTE;
    expect(await code(BODY, headers)).toEqual([409, 'replayed']);
    clock.at += 1000;
    expect(await code(BODY, headers)).toEqual([401, 'timestampOutside']);
  });

  it('takes a delivery again that it could not store', async () => {
    const { desk, code } = await webhook();
    desk.failures = 1;
    const headers = deliveryHeaders(BODY, 'd1', NOW);
    expect(await code(BODY, headers)).toEqual([503, 'notStored']);
    expect(desk.signs.at(-1)).toMatchObject({ trouble: 'notStored' });
    expect(await code(BODY, headers)).toEqual([200, 'ok']);
    expect(desk.bookings.size).toBe(1);
  });

  it('tells a repeat that comes in the middle only what became of the first', async () => {
    const { desk, code, twoBodies } = await webhook();
    const headers = deliveryHeaders(BODY, 'd1', NOW);
    desk.failures = 1;
    let open: () => void = () => undefined;
    desk.gate = new Promise((resolve) => (open = resolve));
    const both = [code(BODY, headers), code(BODY, headers)];
    await twoBodies();
    open();
    expect((await Promise.all(both)).toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      [200, 'ok'],
      [503, 'notStored'],
    ]);
    expect(desk.bookings.size).toBe(1);
  });

  it('takes one of two equal deliveries that come at the same time', async () => {
    const { desk, code, twoBodies } = await webhook();
    const headers = deliveryHeaders(BODY, 'd1', NOW);
    let open: () => void = () => undefined;
    desk.gate = new Promise((resolve) => (open = resolve));
    const both = [code(BODY, headers), code(BODY, headers)];
    await twoBodies();
    open();
    expect((await Promise.all(both)).toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      [200, 'ok'],
      [409, 'replayed'],
    ]);
    expect(desk.rows).toHaveLength(1);
  });

  it('refuses a body over 1 MB, whether its length was told or not', async () => {
    const { desk, url, code } = await webhook();
    const huge = new Uint8Array(1_048_577).fill(0x20);
    expect(await code(huge, deliveryHeaders(huge, 'd1', NOW))).toEqual([413, 'tooLarge']);
    const chunked = await fetch(url, {
      method: 'POST',
      body: new Blob([huge]).stream(),
      duplex: 'half',
      headers: deliveryHeaders(huge, 'd2', NOW),
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect(desk.rows).toEqual([]);
  });

  it('says in both languages what is wrong with a signed delivery', async () => {
    const { desk, url, post, code } = await webhook();
    const said = async (body: string | Uint8Array<ArrayBuffer>, id: string) =>
      code(body, deliveryHeaders(body, id, NOW));
    expect(await said('<html>', 'a')).toEqual([400, 'notJson']);
    expect(await said(new Uint8Array([0x22, 0xff, 0x22]), 'b')).toEqual([400, 'notJson']);
    expect(await said('{"bookings":[]}', 'c')).toEqual([400, 'badRequest']);
    expect(await said(JSON.stringify({ bookings: Array(501).fill(0) }), 'd')).toEqual([400, 'badRequest']);
    expect(await code(BODY, { ...deliveryHeaders(BODY, 'e', NOW), 'x-markaz-delivery': '' })).toEqual([
      400,
      'badRequest',
    ]);
    expect((await fetch(url)).status).toBe(400);
    const [, { error }] = await post('[]', deliveryHeaders('[]', 'f', NOW));
    expect(error?.message.en).toMatch(/^[A-Z].*\.$/);
    expect(error?.message.ur).toMatch(/۔$/);
    expect(desk.rows).toEqual([]);
  });

  it('takes 500 rows at a time', async () => {
    const { desk, post } = await webhook();
    const body = JSON.stringify({ bookings: Array.from({ length: 500 }, (_, place) => wireBooking(place)) });
    const [status, said] = await post(body, deliveryHeaders(body, 'd1', NOW));
    expect([status, said.reports?.length, desk.bookings.size]).toEqual([200, 500, 500]);
  });

  it('cuts off a sender that does not finish its body', async () => {
    const { url, desk } = await webhook({ bodyTimeoutMs: 50 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    await once(socket, 'close');
    expect(desk.signs).toEqual([]);
  });

  it('takes nothing once it is stopped, and stops after what it is storing', async () => {
    const { desk, feed, code } = await webhook();
    let open: () => void = () => undefined;
    desk.gate = new Promise((resolve) => (open = resolve));
    const first = code(BODY, deliveryHeaders(BODY, 'd1', NOW));
    const other = JSON.stringify({ bookings: [wireBooking(2)] });
    await desk.until(({ calls }) => calls === 1);
    const stopped = feed.stop();
    open();
    await stopped;
    expect(desk.bookings.size).toBe(1);
    expect(await first).toEqual([200, 'ok']);
    expect(await code(other, deliveryHeaders(other, 'd2', NOW))).toEqual([503, 'notStored']);
    expect(desk.bookings.size).toBe(1);
  });

  it('is never made without a secret', () => {
    expect(() => pushFeed({ secret: '', desk: new FakeDesk(), nowAt: () => NOW })).toThrow('without a secret');
  });
});
