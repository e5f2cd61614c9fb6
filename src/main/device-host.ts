import { readerOf } from '../../hardware/readers/reader-address.ts';
import type { Reader } from '../../hardware/readers/reader.ts';
import type { OwnReader } from '../protocol/views/reader-view.ts';
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
  nowMs: () => number = () => performance.now(),
): void {
  const readers = new Map<string, { readonly state: OwnReader['state']; readonly lastMs: number | null }>();
  const send = (channel: string, what: unknown) => {
    // Its window may be gone before the app.
    if (!window.webContents.isDestroyed()) window.webContents.send(channel, what);
  };
  const tell = () => {
    const agoOf = (lastMs: number | null) => (lastMs === null ? null : Math.round(nowMs() - lastMs));
    const all = [...readers].map(([address, { state, lastMs }]): OwnReader => ({
      address,
      state,
      agoMs: agoOf(lastMs),
    }));
    send(READERS_CHANNEL, all);
  };
  for (const address of addresses) {
    const reader = make(address);
    if (!reader) continue;
    readers.set(address, { state: 'away', lastMs: null });
    reader.watch((state) => {
      readers.set(address, { state, lastMs: readers.get(address)?.lastMs ?? null });
      tell();
    });
    reader.hear(({ bytes }) => {
      send(READ_CHANNEL, Buffer.from(bytes).toString('latin1'));
      readers.set(address, { state: 'ready', lastMs: nowMs() });
      tell();
    });
    app.on('will-quit', () => void reader.close());
  }
  ipcMain.on(READERS_CHANNEL, (event) => {
    if (event.sender === window.webContents) tell();
  });
}
