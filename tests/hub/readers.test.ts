import { describe, expect, it } from 'vitest';
import type { Scan } from '../../src/domain/person/scan.ts';
import { lahore } from '../support/lahore.ts';
import { handReader } from '../support/devices/hand-reader.ts';
import { join, kiosk, testHub } from '../support/test-hub.ts';

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
    expect(away.readers[0]).toEqual({ kioskId: 2, address: 'hid:0c2e:0b01', state: 'away', lastAt: null });
    become('ready');
    await manager.see('manager', (view) => view.readers[0]?.state === 'ready');
    read(CNIC);
    await manager.see('manager', (view) => view.readers[0]?.lastAt !== null);
  });
});
