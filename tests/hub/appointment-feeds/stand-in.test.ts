import { describe, expect, it } from 'vitest';
import { pushFeed } from '../../../src/hub/appointment-feeds/push-feed.ts';
import { listen } from '../../support/bookings/backend-server.ts';
import { bookingApp, slotAt, wish } from '../../support/bookings/booking-app.ts';
import { FakeDesk } from '../../support/bookings/fake-desk.ts';
import { pulling } from '../../support/bookings/pulling.ts';
import { PUSH_SECRET } from '../../support/bookings/push-delivery.ts';

const NOON = '12:00';

describe('the pull feed on the stand-in', () => {
  it('brings a generated day, every row of it sound, and then what is booked, moved and cancelled', async () => {
    const app = await bookingApp(['--generate', '250', '--key-env', 'APP_KEY'], { APP_KEY: 'k1' });
    const { desk } = pulling(app.url, { key: 'k1' });
    await desk.until(({ bookings }) => bookings.size === 250);
    expect(desk.reports.every((report) => 'outcome' in report)).toBe(true);
    expect(new Set([...desk.bookings.values()].map(({ cnic }) => cnic)).size).toBe(250);

    const refusedOnes = await app.publish([['10:15', 1]]);
    expect(refusedOnes.status).toBe(401);
  });

  it('follows a booking through its changes, and knows when nothing is new', async () => {
    const app = await bookingApp();
    const { desk } = pulling(app.url);
    await app.publish([
      ['10:15', 1],
      [NOON, 1],
    ]);
    const [, { sourceId: code = '' }] = await app.post('bookings', wish());
    await desk.until(({ bookings }) => bookings.size === 1);
    await app.post(`bookings/${code}/move`, { slotAt: slotAt(NOON) });
    await desk.until(({ reports }) => reports.length === 2);
    await app.post(`bookings/${code}/cancel`, {});
    await desk.until(({ reports }) => reports.length === 3);
    expect(desk.reports.map((report) => 'outcome' in report && report.outcome)).toEqual([
      'created',
      'moved',
      'cancelled',
    ]);
    const before = desk.signs.length;
    await desk.until(({ signs }) => signs.length >= before + 4);
    expect(desk.reports).toHaveLength(3);
    expect(desk.signs.every(({ isUp }) => isUp)).toBe(true);
  });

  it.each([
    ['slow', { trouble: 'slow', detail: '' }],
    ['500', { trouble: 'badStatus', detail: '500' }],
    ['html', { trouble: 'notJson', detail: 'text/html' }],
  ])('is down while it fails with %s, and loses nothing', async (mode, sign) => {
    const app = await bookingApp(['--generate', '10', '--fail', mode]);
    const { desk } = pulling(app.url, { timeoutMs: 500 });
    await desk.until(({ signs }) => signs.length === 1);
    expect(desk.signs[0]).toEqual({ isUp: false, ...sign });
    expect(desk.rows).toEqual([]);
    await app.fail('none');
    await desk.until(({ signs }) => signs.at(-1)?.isUp === true);
    expect(desk.bookings.size).toBe(10);
  });

  it('takes duplicates as what they are', async () => {
    const app = await bookingApp(['--generate', '700', '--fail', 'duplicates']);
    const { desk } = pulling(app.url);
    await desk.until(({ signs }) => signs.length > 0);
    const counts = Object.groupBy(desk.reports, (report) => ('outcome' in report ? report.outcome : report.fault));
    expect([counts.created?.length, counts.same?.length, desk.bookings.size]).toEqual([700, 700, 700]);
  });

  it('takes a flood of 50,000 in pieces of at most 500, with the event loop free in between', async () => {
    const app = await bookingApp(['--fail', 'flood']);
    const { desk } = pulling(app.url);
    await desk.until(({ signs }) => signs.length > 0);
    expect(desk.signs[0]).toEqual({ isUp: true });
    expect(desk.bookings.size).toBe(50_000);
    expect(Math.max(...desk.pieces.map((piece) => piece.length))).toBe(500);
    expect(new Set(desk.turns).size).toBe(desk.pieces.length);
    expect(desk.rows.every((row) => 'booking' in row)).toBe(true);
  }, 60_000);

  it('starts from the beginning when the backend has forgotten the cursor, which changes nothing', async () => {
    const app = await bookingApp(['--generate', '20']);
    const { desk } = pulling(app.url, { pollMs: 60_000 });
    await desk.until(({ signs }) => signs.length === 1);
    const again = await bookingApp(['--generate', '20']);
    const next = pulling(again.url, { desk });
    await desk.until(({ reports }) => reports.length === 40);
    await next.feed.stop();
    expect(desk.reports.slice(20).every((report) => 'outcome' in report && report.outcome === 'same')).toBe(true);
  });

  it('tells it the slots, so that it cannot overbook', async () => {
    const app = await bookingApp();
    const { feed } = pulling(app.url);
    expect((await app.post('bookings', wish()))[1].error?.code).toBe('noCapacity');
    feed.publishSlots({
      centreId: 'lahore',
      madeAt: '2026-11-22T21:00:00+05:00',
      slots: [{ serviceId: 'domicile', slotAt: slotAt('10:15'), capacity: 1, booked: 0 }],
    });
    await feed.stop();
    feed.start();
    const until = async (): Promise<number> => {
      const [status] = await app.post('bookings', wish());
      return status === 409 ? until() : status;
    };
    expect(await until()).toBe(201);
    expect((await app.post('bookings', wish({ cnic: '35202-7654321-3' })))[1].error?.code).toBe('slotFull');
  });
});

describe('the push feed on the stand-in', () => {
  it('gets each change, signed, and again what the hub could not store', async () => {
    const desk = new FakeDesk();
    desk.failures = 1;
    const feed = pushFeed({ secret: PUSH_SECRET, desk, nowAt: () => Date.parse('2026-11-22T20:00:00+05:00') });
    feed.start();
    const hub = await listen((req, res) => feed.handle(req, res));
    const app = await bookingApp(['--generate', '150', '--push', `${hub}/feeds/bookings`, '--secret-env', 'SECRET'], {
      SECRET: PUSH_SECRET,
    });
    await desk.until(({ bookings }) => bookings.size === 150);
    expect(desk.signs[0]).toMatchObject({ isUp: false, trouble: 'notStored' });
    await app.publish([['10:15', 1]]);
    const [, { sourceId: code = '' }] = await app.post('bookings', wish());
    await desk.until(({ bookings }) => bookings.has(code));
    expect(desk.signs.at(-1)).toEqual({ isUp: true });
  });
});
