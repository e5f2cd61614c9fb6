import { describe, expect, it } from 'vitest';
import { NO_FEEDS } from '../../src/hub/feeds.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../support/bookings/bookings.ts';
import { JOURNEY_CENTRE } from '../support/journey-centre.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const MINUTE = 60_000;
const codeOf = (reply: Awaited<ReturnType<ReturnType<typeof kiosk>['send']>>) => (reply.ok ? 'ok' : reply.error.code);
const byCode = (code: string) => ({ by: { kind: 'code' as const, code } });

/** A hub that takes bookings by webhook, with a clock that the test turns. */
async function bookingHub() {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ centre: JOURNEY_CENTRE, clock, feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
  let pushed = 0;
  return {
    hub,
    clock,
    // A second later each time: the same words at the same second are a replay.
    push: (...bookings: readonly unknown[]) => pushBookings(hub, bookings, clock.at() + (pushed += 1) * 1_000),
    /** Everything that the files of its store say, as text. */
    storeText() {
      const db = openReadOnly(hub.storeFile);
      const events = db.prepare('SELECT * FROM event').all();
      const replies = db.prepare('SELECT * FROM command').all();
      db.close();
      return JSON.stringify([events, replies]);
    },
  };
}

describe('bookings that a feed brings', () => {
  it('are created, moved and cancelled, a repeat is a no-op, and an older revision changes nothing', async () => {
    const { push } = await bookingHub();
    expect(await push(bookingWith())).toMatchObject([{ outcome: 'created' }]);
    expect(await push(bookingWith())).toMatchObject([{ outcome: 'same' }]);
    const moved = bookingWith({ revision: 2, slotAt: '2026-11-23T11:00:00+05:00' });
    expect(await push(moved, bookingWith())).toMatchObject([{ outcome: 'moved' }, { outcome: 'same' }]);
    expect(await push(bookingWith({ revision: 3, status: 'cancelled' }))).toMatchObject([{ outcome: 'cancelled' }]);
    expect(await push(moved)).toMatchObject([{ outcome: 'same' }]);
  });

  it('are told apart one by one: what is wrong is named, and the rest goes in', async () => {
    const { hub, push } = await bookingHub();
    const other = (sourceId: string, change: object) => bookingWith({ sourceId, cnic: '3520276543211', ...change });
    const reports = await push(
      other('BAD-0001', { serviceId: 'passport' }),
      other('BAD-0002', { slotAt: '2026-11-22T10:00:00+05:00' }),
      other('BAD-0003', { name: 'A‮B' }),
      other('BAD-0004', { name: 'x'.repeat(10_000) }),
      other('BAD-0005', { needs: ['king'] }),
      bookingWith(),
      bookingWith({ sourceId: 'LHR-0002', serviceId: 'fine' }),
    );
    expect(reports.map((one) => one['outcome'] ?? one['fault'])).toEqual([
      'unknownService',
      'slotPast',
      'badName',
      'badName',
      'unknownClass',
      'created',
      'overlaps',
    ]);
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    const view = await manager.see('manager', (one) => one.faults.length === 6 && one.appointments.booked === 1);
    expect(view.faults.map((one) => one.sourceId)).toContain('BAD-0001');
    expect(view.feeds.find((one) => one.name === 'push')).toMatchObject({ state: 'up' });
  });

  it('leave no name, phone or CNIC in events or replies', async () => {
    const { hub, push, storeText } = await bookingHub();
    await push(bookingWith());
    await kiosk(hub).done('checkInBooking', { by: { kind: 'cnic', cnic: '35202-1234567-1' } });
    for (const secret of ['Amina', '3520212345671', '1234567-1', '3001234567'])
      expect([secret, storeText().includes(secret)]).toEqual([secret, false]);
  });
});

describe('a check-in', () => {
  it('by code, by QR, by CNIC and by phone with the end of the code finds the booking', async () => {
    const { hub, push } = await bookingHub();
    const ways = [
      { kind: 'code', code: 'lhr-0001' },
      { kind: 'code', code: 'MKZ:small:LHR-0002' },
      { kind: 'cnic', cnic: '35202-0000003-1' },
      { kind: 'phone', phone: '0300 0000004', codeEnd: '0004' },
    ] as const;
    await push(
      ...ways.map((_, i) =>
        bookingWith({ sourceId: `LHR-000${i + 1}`, cnic: `35202000000${i + 1}1`, phone: `0300000000${i + 1}` }),
      ),
    );
    for (const [place, by] of ways.entries()) {
      const reply = await kiosk(hub, { device: `kiosk-${place}` }).done('checkInBooking', { by });
      expect(reply).toMatchObject({ isLate: false, slotAt: MONDAY_TEN + 15 * MINUTE });
    }
  });

  it('finds a code that was typed without its hyphens, unless two bookings could be meant', async () => {
    const { hub, push } = await bookingHub();
    await push(bookingWith({ sourceId: 'LHR-M2FC-RYVN', phone: '03000000001' }));
    expect(await kiosk(hub).done('checkInBooking', byCode('lhrm2fcryvn'))).toMatchObject({ isLate: false });
    const cnics = ['3520200000021', '3520200000031'];
    await push(
      bookingWith({ sourceId: 'AB-CDE-F', cnic: cnics[0] ?? '' }),
      bookingWith({ sourceId: 'ABC-DE-F', cnic: cnics[1] ?? '' }),
    );
    expect(codeOf(await kiosk(hub).send('checkInBooking', byCode('ABCDEF')))).toBe('unknownBooking');
    expect(codeOf(await kiosk(hub).send('checkInBooking', byCode('ABC-DE-F')))).toBe('ok');
  });

  it('gives one booking one token: the second is told which it is', async () => {
    const { hub, push } = await bookingHub();
    await push(bookingWith());
    const first = await kiosk(hub).done('checkInBooking', byCode('LHR-0001'));
    const second = await kiosk(hub).send('checkInBooking', byCode('LHR-0001'));
    expect(second).toMatchObject({ ok: false, error: { code: 'bookingUsed', details: { label: first.label } } });
    const moved = await push(bookingWith({ revision: 9, slotAt: '2026-11-23T12:00:00+05:00' }));
    expect(moved).toMatchObject([{ fault: 'alreadyCheckedIn' }]);
  });

  it('has a word for each case: too early, other day, other centre, cancelled, unknown', async () => {
    const { hub, push, clock } = await bookingHub();
    await push(
      bookingWith({ sourceId: 'EARLY-01', slotAt: '2026-11-23T14:00:00+05:00' }),
      bookingWith({ sourceId: 'OTHER-01', cnic: '3520200000021', slotAt: '2026-11-25T10:00:00+05:00' }),
      bookingWith({ sourceId: 'GONE-001', cnic: '3520200000031', revision: 2, status: 'cancelled' }),
    );
    const say = async (code: string) => {
      const reply = await operator(hub, 1).send('checkInBooking', byCode(code));
      return reply.ok ? 'ok' : reply.error;
    };
    expect(await say('EARLY-01')).toMatchObject({ code: 'bookingTooEarly' });
    expect(await say('EARLY-01')).toMatchObject({ message: { en: expect.stringContaining('13:30') } });
    expect(await say('EARLY-01')).toMatchObject({ message: { ur: expect.stringContaining('۱۳:۳۰') } });
    expect(await say('OTHER-01')).toMatchObject({
      code: 'bookingOtherDay',
      message: { en: expect.stringContaining('25 November') },
    });
    expect(await say('MKZ:multan:OTHER-01')).toMatchObject({ code: 'bookingOtherCentre' });
    expect(await say('GONE-001')).toMatchObject({ code: 'bookingCancelled' });
    expect(await say('NOBODY-1')).toMatchObject({ code: 'unknownBooking' });
    clock.turnTo(MONDAY_TEN + 3 * 60 * MINUTE + 31 * MINUTE);
    expect(await kiosk(hub).done('checkInBooking', byCode('EARLY-01'))).toMatchObject({ isLate: false });
  });

  it('late makes a walk-in that waits from then on, and is refused by no cap and no closing', async () => {
    const { hub, push, clock } = await bookingHub();
    await push(bookingWith());
    clock.turnTo(MONDAY_TEN + 45 * MINUTE);
    expect(await kiosk(hub).done('checkInBooking', byCode('LHR-0001'))).toMatchObject({ isLate: true });
    const ali = operator(hub, 1);
    const view = await ali.see('counter', (one) => one.next.length === 1);
    expect(view.next[0]).toMatchObject({ slotAt: null, targetMs: 30 * MINUTE });
  });

  it('stops whoever tries numbers: five wrong ones in a minute, then a wait', async () => {
    const { hub, push, clock } = await bookingHub();
    await push(bookingWith());
    const citizen = kiosk(hub);
    const wrong = { by: { kind: 'cnic' as const, cnic: '3520299999991' } };
    for (let i = 0; i < 5; i += 1) expect(codeOf(await citizen.send('checkInBooking', wrong))).toBe('unknownBooking');
    expect(codeOf(await citizen.send('checkInBooking', byCode('LHR-0001')))).toBe('tooManyTries');
    expect(codeOf(await operator(hub, 1).send('checkInBooking', wrong))).toBe('unknownBooking');
    clock.turnTo(clock.at() + 61_000);
    expect(codeOf(await citizen.send('checkInBooking', byCode('LHR-0001')))).toBe('ok');
  });

  it('stops whoever tries the end of a code beside a phone that they know, whatever they call the kiosk', async () => {
    const { hub, push, clock } = await bookingHub();
    await push(bookingWith());
    const byEnd = (codeEnd: string) => ({ by: { kind: 'phone' as const, phone: '03001234567', codeEnd } });
    const citizen = kiosk(hub);
    const tries = await Promise.all(
      ['0000', '0002', '0003', '0004', '0005'].map((end) => citizen.send('checkInBooking', byEnd(end))),
    );
    expect(tries.map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'unknownBooking'));
    expect(codeOf(await citizen.send('checkInBooking', byEnd('0001')))).toBe('tooManyTries');
    clock.turnTo(clock.at() + 59_000);
    expect(codeOf(await citizen.send('checkInBooking', byEnd('0001')))).toBe('tooManyTries');
    const renamed = kiosk(hub, { device: 'kiosk-2' });
    expect(codeOf(await renamed.send('checkInBooking', byEnd('0001')))).toBe('tooManyTries');
    expect(codeOf(await operator(hub, 1).send('checkInBooking', byEnd('0006')))).toBe('unknownBooking');
    clock.turnTo(clock.at() + 2_000);
    expect(codeOf(await citizen.send('checkInBooking', byEnd('0001')))).toBe('ok');
  });
});

describe('an appointment in the queue', () => {
  it('before its slot is called only when nobody else waits; from its slot on it is due within five minutes', async () => {
    const { hub, push, clock } = await bookingHub();
    await push(bookingWith());
    const citizen = kiosk(hub);
    const booked = await citizen.done('checkInBooking', byCode('LHR-0001'));
    const walkIn = await citizen.done('issue', wishFor('domicile'));
    const [ali, zara] = [operator(hub, 1), operator(hub, 2)];
    for (const one of [ali, zara]) await one.done('openCounter', { operator: 'Op' });
    expect(await ali.done('call', {})).toMatchObject({ label: walkIn.label });
    expect(await zara.done('call', {})).toMatchObject({ label: booked.label });
    await zara.done('requeue', { tokenId: booked.tokenId ?? 0 });
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
    clock.turnTo(MONDAY_TEN + 19 * MINUTE);
    expect(await zara.done('call', {})).toMatchObject({ label: booked.label });
  });
});
