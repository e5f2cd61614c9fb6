import { describe, expect, it } from 'vitest';
import type { Scan } from '../../src/domain/person/scan.ts';
import { lahore } from '../support/lahore.ts';
import { handReader } from '../support/devices/hand-reader.ts';
import { join, kiosk, MONDAY_TEN, testHub } from '../support/test-hub.ts';

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
    const tell = (reads: number) => screen.ask('tellReaders', { readers: [{ address: 'hid', state: 'ready', reads }] });
    expect(await tell(0)).toEqual({ ok: true, value: {} });
    const seen = await manager.see('manager', (view) => view.readers.length === 1);
    const reader = { kioskId: 2, counterId: null, isOwn: true, address: 'hid', state: 'ready' };
    expect(seen.readers).toEqual([{ ...reader, lastAt: null }]);
    await tell(1);
    await manager.see('manager', (view) => view.readers[0]?.lastAt === MONDAY_TEN);
    screen.socket.disconnect();
    await manager.see('manager', (view) => view.readers.length === 0);
  });

  it('is told of by kiosks and consoles alone, and by nobody in odd words', async () => {
    const hub = await testHub({ centre: lahore() });
    const readers = [{ address: 'hid', state: 'ready', reads: 0 }];
    const board = join(hub, { screen: 'board', hallId: 'hall-1' });
    expect(await board.ask('tellReaders', { readers })).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
    for (const odd of [{ readers: [{ ...readers[0], reads: -1 }] }, { readers: Array(9).fill(readers[0]) }, {}])
      expect(await kiosk(hub).ask('tellReaders', odd)).toMatchObject({ ok: false, error: { code: 'badCommand' } });
  });
});
