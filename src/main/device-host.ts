import { readerOf } from '../../hardware/readers/reader-address.ts';
import type { Reader } from '../../hardware/readers/reader.ts';
import type { ElectronPort, ShellWindow } from './electron-port.ts';

/** The channel on which a page hears what its machine's readers read. */
export const READ_CHANNEL = 'read';

/** Gives what this machine's readers read to a window's page, which keeps of it what it means. */
export function hostReaders(
  app: ElectronPort['app'],
  window: ShellWindow,
  addresses: readonly string[],
  make: (address: string) => Reader | undefined = readerOf,
): void {
  for (const address of addresses) {
    const reader = make(address);
    if (!reader) continue;
    reader.hear(({ bytes }) => {
      // Its window may be gone before the app.
      if (!window.webContents.isDestroyed())
        window.webContents.send(READ_CHANNEL, Buffer.from(bytes).toString('latin1'));
    });
    app.on('will-quit', () => void reader.close());
  }
}
