import { describe, expect, it } from 'vitest';
import type { Scan } from '../../src/domain/person/scan.ts';
import { lahore } from '../support/lahore.ts';
import { handReader } from '../support/devices/hand-reader.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub } from '../support/test-hub.ts';

const CNIC = '3520212345673';

async function hallWithReader() {
  const { reader, become, read } = handReader();
  const readers = new Map([[2, ['hid:0c2e:0b01']]]);
  const hub = await testHub({ centre: lahore(), readers, makeReader: () => reader });
  return { hub, become, read };
}

describe('a reader that is plugged into the hub’s machine', () => {
  it('gives what is read to its own kiosk, as its meaning alone', async () => {
    const { hub, read } = await hallWithReader();
    const heard: [number, Scan][] = [];
    const screens = [1, 2].map((kioskId) => {
      const screen = kiosk(hub, { kioskId });
      screen.socket.on('scan', (scan: Scan) => heard.push([kioskId, scan]));
      return screen;
    });
    for (const screen of screens) await screen.see('kiosk', () => true);
    read(`${CNIC}\u001dMUHAMMAD ALI`);
    await expect.poll(() => heard).toEqual([[2, { kind: 'cnic', cnic: CNIC }]]);
  });

  it('stands in the manager’s list with its state and when it read last', async () => {
    const { hub, become, read } = await hallWithReader();
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    const away = await manager.see('manager', (view) => view.readers.length === 1);
    expect(away.readers[0]).toEqual({
      kioskId: 2,
      counterId: null,
      isOwn: false,
      address: 'hid:0c2e:0b01',
      state: 'away',
      lastAt: null,
    });
    become('ready');
    await manager.see('manager', (view) => view.readers[0]?.state === 'ready');
    read(CNIC);
    await manager.see('manager', (view) => view.readers[0]?.lastAt !== null);
  });
});

describe('a reader that a screen’s own machine drives', () => {
  it('stands in the manager’s list while its screen is there, with when the hub heard that it read', async () => {
    const hub = await testHub({ centre: lahore() });
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    const screen = kiosk(hub, { kioskId: 2 });
    const tell = (agoMs: number | null) =>
      screen.ask('tellReaders', { readers: [{ address: 'hid', state: 'ready', agoMs }] });
    expect(await tell(null)).toEqual({ ok: true, value: {} });
    const seen = await manager.see('manager', (view) => view.readers.length === 1);
    const reader = { kioskId: 2, counterId: null, isOwn: true, address: 'hid', state: 'ready' };
    expect(seen.readers).toEqual([{ ...reader, lastAt: null }]);
    await tell(5_000);
    await manager.see('manager', (view) => view.readers[0]?.lastAt === MONDAY_TEN - 5_000);
    // The same kiosk again, before the hub knows that its first link is cut: one row, of who told last.
    const again = kiosk(hub, { kioskId: 2, device: 'again' });
    await again.ask('tellReaders', { readers: [{ address: 'hid', state: 'away', agoMs: null }] });
    expect((await manager.see('manager', (view) => view.readers[0]?.state === 'away')).readers).toHaveLength(1);
    screen.socket.disconnect();
    again.socket.disconnect();
    await manager.see('manager', (view) => view.readers.length === 0);
  });

  it('has no place while its console stands at the sign-in', async () => {
    const hub = await testHub({ centre: lahore() });
    const readers = [{ address: 'hid', state: 'ready', agoMs: null }];
    const desk = join(hub, { screen: 'operator', counterId: null });
    expect(await desk.ask('tellReaders', { readers })).toEqual({ ok: true, value: {} });
    await operator(hub, 3).ask('tellReaders', { readers });
    const view = await join(hub, { screen: 'manager', name: 'Sana' }).see(
      'manager',
      ({ readers: all }) => all.length > 0,
    );
    expect(view.readers.map(({ counterId }) => counterId)).toEqual([3]);
  });

  it('is told of by kiosks and consoles alone, and by nobody in odd words', async () => {
    const hub = await testHub({ centre: lahore() });
    const readers = [{ address: 'hid', state: 'ready', agoMs: null }];
    const board = join(hub, { screen: 'board', hallId: 'hall-1' });
    expect(await board.ask('tellReaders', { readers })).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
    for (const odd of [{ readers: [{ ...readers[0], agoMs: -1 }] }, { readers: Array(9).fill(readers[0]) }, {}])
      expect(await kiosk(hub).ask('tellReaders', odd)).toMatchObject({ ok: false, error: { code: 'badCommand' } });
  });
});
