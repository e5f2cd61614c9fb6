import { describe, expect, it } from 'vitest';
import { demoClock, type DemoClock } from '../../src/hub/time/clock.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { SMALL_CENTRE } from '../support/centre.ts';
import { MIGRATIONS } from '../support/folder.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clockJoin = (hub: { url: string }) => join(hub, { screen: 'clock' });

describe('the turn of the service day', () => {
  it('carries over who waits, lets who is served finish, and gives no label twice', async () => {
    const hub = await testHub();
    const [citizen, ali, clock] = [kiosk(hub), operator(hub, 1), clockJoin(hub)];
    await ali.done('openCounter', { operator: 'Ali' });
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
    await ali.done('call', {});
    await ali.done('start', { tokenId: 1 });
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + DAY });

    await ali.see('counter', (view) => view.waiting === 0 && view.current?.label === 'A-001');
    expect(await citizen.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-004' });
    await ali.done('finish', { tokenId: 1, thenCall: false });
    expect(await citizen.done('checkIn', { label: 'A-002' })).toMatchObject({ tokenId: 2 });
    expect(await ali.done('call', {})).toMatchObject({ label: 'A-002' });
  });

  it('ends a carried-over token after two further days, and only then', async () => {
    const hub = await testHub();
    const [citizen, clock] = [kiosk(hub), clockJoin(hub)];
    await citizen.done('issue', wishFor('domicile'));
    for (const days of [1, 2]) await clock.done('turnDemoClock', { toAt: MONDAY_TEN + days * DAY });
    await citizen.done('issue', wishFor('fine'));
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + 3 * DAY });
    await citizen.done('issue', wishFor('fine'));
    const late = await citizen.send('checkIn', { label: 'A-001' });
    expect(late).toMatchObject({ ok: false, error: { code: 'unknownToken' } });
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(db.prepare('SELECT state FROM token WHERE id = 1').get()).toEqual({ state: 'left' });
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });

  it('does not happen at closing: the queue clock only stands still', async () => {
    const hours = SMALL_CENTRE.hours.map(() => [[8 * 60, 16 * 60]] as const);
    const hub = await testHub({ centre: { ...SMALL_CENTRE, hours } });
    const [citizen, clock] = [kiosk(hub), clockJoin(hub)];
    await citizen.done('issue', wishFor('domicile'));
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + 5 * HOUR });
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + 8 * HOUR });
    const view = await citizen.see('kiosk', (one) => !one.isOpen);
    expect(view.opensAt).toBe(MONDAY_TEN + 22 * HOUR);
    const queueAt = citizen.stamp('kiosk')?.queueAt ?? 0;
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + 9 * HOUR });
    expect(await citizen.send('issue', wishFor('domicile'))).toMatchObject({
      ok: false,
      error: { code: 'centreClosed' },
    });
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    expect(await ali.done('call', {})).toMatchObject({ label: 'A-001' });
    expect((ali.stamp('counter')?.queueAt ?? 0) - queueAt).toBeLessThan(HOUR);
  });
});

describe('what is left over', () => {
  const HOURS = [[8 * 60, 16 * 60]] as const;

  it('lives through days without opening hours: a closed weekend ends no carried-over token', async () => {
    const hours = SMALL_CENTRE.hours.map((_, day) => (day === 0 || day === 3 ? HOURS : []));
    const hub = await testHub({ centre: { ...SMALL_CENTRE, hours } });
    const [citizen, clock] = [kiosk(hub), clockJoin(hub)];
    await citizen.done('issue', wishFor('domicile'));
    for (const days of [1, 2, 3]) await clock.done('turnDemoClock', { toAt: MONDAY_TEN + days * DAY });
    expect(await citizen.done('checkIn', { label: 'A-001' })).toMatchObject({ tokenId: 1 });
  });

  it('is closed: a counter that was left open does not make the night count as waiting', async () => {
    const hub = await testHub({ centre: { ...SMALL_CENTRE, hours: SMALL_CENTRE.hours.map(() => HOURS) } });
    const [citizen, ali, clock] = [kiosk(hub), operator(hub, 1), clockJoin(hub)];
    await ali.done('openCounter', { operator: 'Ali' });
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + 5.9 * HOUR });
    await citizen.done('issue', wishFor('domicile'));
    for (const hour of [7, 8, 9, 9.5, 12, 17, 22.5])
      await clock.done('turnDemoClock', { toAt: MONDAY_TEN + hour * HOUR });
    const view = await ali.see('counter', (one) => one.status === 'closed');
    expect(view.current).toBeNull();
    await citizen.done('checkIn', { label: 'A-001' });
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    const row = db.prepare<[], { waited: number }>('SELECT carried_wait_ms AS waited FROM token WHERE id = 1').get();
    db.close();
    expect(row?.waited).toBeLessThan(4 * HOUR);
  });

  it('refuses an undo whose label another token has got meanwhile', async () => {
    const hub = await testHub();
    const [citizen, ali, clock] = [kiosk(hub), operator(hub, 1), clockJoin(hub)];
    await ali.done('openCounter', { operator: 'Ali' });
    await citizen.done('issue', wishFor('domicile'));
    await ali.done('call', {});
    await ali.done('start', { tokenId: 1 });
    await clock.done('turnDemoClock', { toAt: MONDAY_TEN + DAY });
    await ali.done('finish', { tokenId: 1, thenCall: false });
    expect(await citizen.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-001', tokenId: 2 });
    expect(await ali.send('undo', {})).toMatchObject({ ok: false, error: { code: 'undoTokenMoved' } });
    expect(await ali.send('requeue', { tokenId: 1 })).toMatchObject({ ok: false, error: { code: 'wrongState' } });
  });
});

describe('a wrong clock', () => {
  it('that lies before the last event keeps the old day until it is confirmed', async () => {
    const first = await testHub();
    await kiosk(first).done('issue', wishFor('domicile'));
    await first.close();
    const back: DemoClock = demoClock(MONDAY_TEN - 10 * DAY, 0);
    const hub = await testHub({ folder: first.folder, clock: back });
    const [citizen, ali] = [kiosk(hub), operator(hub, 1)];
    expect(await citizen.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-002' });
    await ali.done('openCounter', { operator: 'Ali' });
    expect(await ali.done('call', {})).toMatchObject({ label: 'A-001' });
    await ali.done('confirmClock', {});
    expect(await ali.send('confirmClock', {})).toMatchObject({ ok: false, error: { code: 'clockNotBehind' } });
    expect(await citizen.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-003' });
  });

  it('cannot be turned where the clock is real', async () => {
    const { realClock } = await import('../../src/hub/time/clock.ts');
    const hub = await testHub({ clock: realClock });
    const { socket } = clockJoin(hub);
    const error = await new Promise<Error>((resolve) => void socket.once('connect_error', resolve));
    expect(error.message).toBe('notDemoClock');
  });
});

describe('a restart', () => {
  it('goes on where the hall was: waits, counters, numbers and the queue clock', async () => {
    const first = await testHub();
    await operator(first, 1).done('openCounter', { operator: 'Ali' });
    await kiosk(first).done('issue', wishFor('domicile'));
    await first.close();
    const hub = await testHub({ folder: first.folder, clock: demoClock(MONDAY_TEN + 300_000, 0) });
    const ali = operator(hub, 1);
    const view = await ali.see('counter', (one) => one.waiting === 1);
    expect(view.status).toBe('open');
    const waited = (ali.stamp('counter')?.queueAt ?? 0) - (view.next[0]?.waitingSince ?? 0);
    expect(waited).toBeGreaterThanOrEqual(290_000);
    expect(waited).toBeLessThanOrEqual(310_000);
    expect(await kiosk(hub).done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-002' });
  });
});
