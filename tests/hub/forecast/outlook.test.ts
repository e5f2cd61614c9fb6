import { describe, expect, it, vi } from 'vitest';
import { NO_FEEDS } from '../../../src/hub/feeds.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../../support/bookings/bookings.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const MINUTE = 60_000;

describe('the outlook of a hall', () => {
  it('tells a newcomer a range before printing, longer for more who wait, and keeps it on the token', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    const waitOf = (view: { services: { id: string; wait: { fromMinutes: number } | null }[] }) =>
      view.services.find((one) => one.id === 'domicile')?.wait?.fromMinutes;
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
    const few = waitOf(await citizen.see('kiosk', (view) => (waitOf(view) ?? 0) > 5)) ?? 0;
    for (let i = 0; i < 6; i += 1) await citizen.done('issue', wishFor('domicile'));
    await citizen.see('kiosk', (view) => (waitOf(view) ?? 0) > few + 10);
    const token = await citizen.done('issue', wishFor('domicile'));
    expect(token.wait?.fromMinutes).toBeGreaterThan(few);
    expect(token.wait?.toMinutes).toBeGreaterThan(token.wait?.fromMinutes ?? Infinity);
    const board = join(hub, { screen: 'board', hallId: 'hall' });
    await board.see('board', (view) => view.waits.some((one) => one.serviceId === 'domicile'));
  });

  it('tells an appointment on time another wait than a walk-in of the same moment', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock, feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
    const citizen = kiosk(hub);
    await pushBookings(hub, [bookingWith({ slotAt: '2026-11-23T10:00:00+05:00' })], MONDAY_TEN);
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    for (let i = 0; i < 8; i += 1) await citizen.done('issue', wishFor('domicile'));
    const view = await citizen.see('kiosk', (one) => (one.services[0]?.wait?.fromMinutes ?? 0) >= 30);
    const booked = await citizen.done('checkInBooking', { by: { kind: 'code', code: 'LHR-0001' } });
    expect(booked.wait?.fromMinutes).toBeLessThan(view.services[0]?.wait?.fromMinutes ?? 0);
  });

  it('tells who has lost their slip how much longer they wait from now', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    for (let i = 0; i < 6; i += 1) await citizen.done('issue', wishFor('domicile'));
    const cnic = '3520212345671';
    await citizen.done('issue', { ...wishFor('domicile'), cnic });
    const isTold = async () => {
      const one = await citizen.done('findToken', { cnic });
      return (one.wait?.fromMinutes ?? 0) >= 10 && one;
    };
    const found = await vi.waitUntil(isTold, { timeout: 10_000 });
    expect(found).toMatchObject({ label: 'A-007', ahead: 6 });
  });

  it('scores itself: what was forecast at issue against what happened', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock });
    const [citizen, ali] = [kiosk(hub), operator(hub, 1)];
    await ali.done('openCounter', { operator: 'Ali' });
    await citizen.see('kiosk', (view) => view.services[0]?.wait !== null);
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
    for (let i = 0; i < 3; i += 1) {
      const { tokenId = 0 } = await ali.done('call', {});
      await ali.done('start', { tokenId });
      clock.turnTo(clock.at() + 6 * MINUTE);
      await ali.done('finish', { tokenId, thenCall: false });
    }
    clock.turnTo(clock.at() + 60 * MINUTE);
    await citizen.done('issue', wishFor('fine'));
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    // A score that was made while they were served counts fewer: the one that is meant comes after.
    const isWhole = (one: { readonly serviceId: string; readonly count: number }) =>
      one.serviceId === 'domicile' && one.count === 3;
    const view = await manager.see('manager', ({ forecasts }) => forecasts.some(isWhole));
    const score = view.forecasts.find(isWhole);
    expect(score).toMatchObject({ serviceDay: '2026-11-23' });
    expect(score?.maeMs).toBeLessThan(12 * MINUTE);
  });
});

describe('the page of a token', () => {
  it('shows state, place and wait to whoever holds its key, and nothing without it', async () => {
    const hub = await testHub({ citizenUrl: 'http://hall.example' });
    const { tokenId } = await kiosk(hub).done('issue', wishFor('domicile'));
    const { tokenKeyOf } = await import('../../../src/hub/citizen/token-key.ts');
    const { readKey } = await import('../../../src/store/files/key-file.ts');
    const key = tokenKeyOf(readKey(hub.folder, 'person'), tokenId ?? 0);
    const page = (await (await fetch(`http://127.0.0.1:${hub.citizenPort}/api/tokens/${key}`)).json()) as {
      token: object;
    };
    expect(page.token).toMatchObject({ label: 'A-001', state: 'waiting', ahead: 0, counters: [1, 2] });
    for (const wrong of [`${tokenId}-AAAAAAAAAAAAAAAA`, '1', `2-${key.slice(2)}`])
      expect([wrong, (await fetch(`http://127.0.0.1:${hub.citizenPort}/api/tokens/${wrong}`)).status]).toEqual([
        wrong,
        404,
      ]);
  });
});
