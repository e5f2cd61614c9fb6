import { readerOf } from '../../hardware/readers/reader-address.ts';
import type { Reader } from '../../hardware/readers/reader.ts';
import type { OwnReader } from '../protocol/reader-view.ts';
import type { ElectronPort, ShellWindow } from './electron-port.ts';

/** The channel on which a page hears what its machine's readers read. */
export const READ_CHANNEL = 'read';
/** The channel on which it hears which readers there are and how they do; it asks on it when it is loaded. */
export const READERS_CHANNEL = 'readers';

/** Gives what this machine's readers read to a window's page, which keeps of it what it means, and how they do. */
export function hostReaders(
  { app, ipcMain }: Pick<ElectronPort, 'app' | 'ipcMain'>,
  window: ShellWindow,
  addresses: readonly string[],
  make: (address: string) => Reader | undefined = readerOf,
): void {
  const readers = new Map<string, OwnReader>();
  const send = (channel: string, what: unknown) => {
    // Its window may be gone before the app.
    if (!window.webContents.isDestroyed()) window.webContents.send(channel, what);
  };
  const change = (address: string, how: (before: OwnReader) => Partial<OwnReader>) => {
    const before = readers.get(address) ?? { address, state: 'away', reads: 0 };
    readers.set(address, { ...before, ...how(before) });
    send(READERS_CHANNEL, [...readers.values()]);
  };
  for (const address of addresses) {
    const reader = make(address);
    if (!reader) continue;
    reader.watch((state) => change(address, () => ({ state })));
    reader.hear(({ bytes }) => {
      send(READ_CHANNEL, Buffer.from(bytes).toString('latin1'));
      change(address, ({ reads }) => ({ reads: reads + 1 }));
    });
    app.on('will-quit', () => void reader.close());
  }
  ipcMain.on(READERS_CHANNEL, (event) => {
    if (event.sender === window.webContents) send(READERS_CHANNEL, [...readers.values()]);
  });
}
