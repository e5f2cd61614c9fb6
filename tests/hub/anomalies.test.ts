import { expect, it } from 'vitest';
import { NO_FEEDS } from '../../src/hub/feeds.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../support/bookings/bookings.ts';
import { withService } from '../support/centre.ts';
import { answered } from '../support/staff.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const DAY = 86_400_000;

it('shows a manager a card with many tokens, a burst at a kiosk, corrected classes and jumps, and no card’s number', async () => {
  const hub = await testHub({ centre: withService('domicile', { identity: 'optional' }) });
  const screen = kiosk(hub);
  const console = operator(hub, 1);
  await console.done('openCounter', { operator: 'Ali' });
  const cnic = '3520212345671';
  for (let count = 0; count < 5; count += 1) {
    const { label = '', tokenId = 0 } = await screen.done('issue', { ...wishFor('domicile', ['elder']), cnic });
    await console.done('jump', { label, reason: 'His friend' });
    await console.done('correctClass', { tokenId, classes: [] });
    await console.done('markNoShow', { tokenId });
  }
  for (let count = 0; count < 4; count += 1) await screen.done('issue', wishFor('fine'));
  const manager = join(hub, { screen: 'manager', name: 'Sana' });
  const { anomalies } = await answered(manager, 'anomalies');
  expect(anomalies.map(({ kind }) => kind)).toEqual(['tokensOfCard', 'kioskBurst', 'classesCorrected', 'jumps']);
  expect(anomalies[0]).toEqual({ kind: 'tokensOfCard', count: 5, labels: 'A-001 A-002 A-003 A-004 A-005' });
  expect(anomalies[1]).toMatchObject({ kioskId: 1, count: 9 });
  expect(anomalies[3]).toEqual({ kind: 'jumps', operator: 'Ali', count: 5, of: 5 });
  expect(JSON.stringify(anomalies)).not.toContain(cnic);
});

interface Holder {
  /** Who books, by a number that makes a card, and by which phone. */
  readonly who: number;
  readonly phone: string;
  readonly bookings: number;
}

/** Bookings of those people, each in the middle of another day from tomorrow on. */
const bookingsOf = (holders: readonly Holder[]) =>
  holders.flatMap(({ who, phone, bookings }) =>
    Array.from({ length: bookings }, (_, day) =>
      bookingWith({
        sourceId: `LHR-${who}-000${day}`,
        cnic: `35202000${1_000 + who}1`,
        phone,
        slotAt: `2026-11-${24 + day}T12:00:00+05:00`,
      }),
    ),
  );

it('shows a manager a card with many bookings and a phone behind many, each by its own, while they are to come', async () => {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ clock, feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
  const family = [1, 2, 3, 4, 5, 6].map((who) => ({ who, phone: '03001111111', bookings: 1 }));
  const touts = [11, 12, 13, 14, 15].map((who) => ({ who, phone: '03002222222', bookings: who < 13 ? 2 : 1 }));
  const [many, some] = [
    { who: 21, phone: '03003333333', bookings: 5 },
    { who: 31, phone: '03004444444', bookings: 3 },
  ];
  const sent = bookingsOf([...family, ...touts, many, some]);
  // One that is cancelled counts no longer.
  const cancelled = { ...sent.find(({ sourceId }) => sourceId === 'LHR-21-0004'), revision: 2, status: 'cancelled' };
  const reports = await pushBookings(hub, [...sent, cancelled], clock.at());
  expect(reports.map(({ outcome }) => outcome)).toEqual([...sent.map(() => 'created'), 'cancelled']);
  const told = () => answered(join(hub, { screen: 'manager', name: 'Sana' }), 'anomalies');
  expect((await told()).anomalies).toEqual([
    { kind: 'bookingsOfCard', count: 4 },
    { kind: 'bookingsOfPhone', count: 7, persons: 5 },
  ]);
  // A week after the last of them nobody has to look at them any more.
  clock.turnTo(clock.at() + 12 * DAY);
  await kiosk(hub).done('issue', wishFor('fine'));
  expect((await told()).anomalies).toEqual([]);
});

it('shows a manager a phone behind many tokens, whoever of its people they are of, for a week', async () => {
  const clock = demoClock(MONDAY_TEN, 0);
  const centre = withService('domicile', { identity: 'optional' });
  const hub = await testHub({ clock, centre, feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
  const [tout, family] = ['03005555555', '03006666666'];
  const holders = [
    { who: 41, phone: tout, tokens: 4 },
    { who: 42, phone: tout, tokens: 3 },
    { who: 51, phone: family, tokens: 4 },
    { who: 52, phone: family, tokens: 2 },
  ];
  // What the hub knows of a phone it knows by a booking.
  await pushBookings(hub, bookingsOf(holders.map((one) => ({ ...one, bookings: 1 }))), clock.at());
  const [screen, console] = [kiosk(hub), operator(hub, 1)];
  await console.done('openCounter', { operator: 'Ali' });
  for (const { who, tokens } of holders) {
    for (let count = 0; count < tokens; count += 1) {
      clock.turnTo(clock.at() + 60_000);
      await screen.done('issue', { ...wishFor('domicile'), cnic: `35202000${1_000 + who}1` });
      const { tokenId = 0 } = await console.done('call', {});
      await console.done('markNoShow', { tokenId });
    }
  }
  const told = () => answered(join(hub, { screen: 'manager', name: 'Sana' }), 'anomalies');
  expect((await told()).anomalies).toEqual([{ kind: 'tokensOfPhone', count: 7, persons: 2 }]);
  clock.turnTo(clock.at() + 8 * DAY);
  await screen.done('issue', wishFor('fine'));
  expect((await told()).anomalies).toEqual([]);
});
