import { join } from 'node:path';
import type { ElectronPort, ShellWindow } from '../electron-port.ts';
import { askHub } from '../../hub/paired/hub-request.ts';
import { readPairing, savePairing } from '../../hub/paired/kept-pairing.ts';
import { pair, type Pairing, type Shown } from '../../hub/paired/pair.ts';

/** The channel on which the pairing page hears what it is to show. */
export const PAIRING_CHANNEL = 'pairing';
/** The channel on which it says that the words are the same. */
export const WORDS_CHANNEL = 'words-same';
const AGAIN_MS = 5_000;

export const pairingFile = ({ app }: Pick<ElectronPort, 'app'>): string =>
  join(app.getPath('userData'), 'pairing.json');

/** Whether the hub at an address is the one that this machine was paired with, however it is called now. */
export const isHubOf = ({ authority }: Pairing, url: string): Promise<boolean> =>
  askHub(`${url}/pair/none`, { method: 'GET', authority }).then(
    () => true,
    () => false,
  );

/** Somebody at this machine has said on its pairing page that the words are those on the manager's screen. */
const wordsAreSame = ({ ipcMain }: Pick<ElectronPort, 'ipcMain'>, page: ShellWindow): Promise<void> =>
  new Promise((resolve) => {
    ipcMain.on(WORDS_CHANNEL, (event) => {
      if (event.sender === page.webContents) resolve();
    });
  });

/**
 * Shows code and words until a manager has entered the code; a code that is over is followed by another. The code says to
 * the hub that this is the right machine, and only people can say to the machine that this is the right hub.
 */
async function pairOnPage(electron: ElectronPort, url: string, page: ShellWindow, againMs: number): Promise<Pairing> {
  const send = (what: object): void => {
    if (!page.webContents.isDestroyed()) page.webContents.send(PAIRING_CHANNEL, what);
  };
  for (;;) {
    try {
      let shown: Shown | undefined;
      const paired = await pair(url, (one) => send((shown = one)));
      send({ ...shown, isEntered: true });
      await wordsAreSame(electron, page);
      return paired;
    } catch (error) {
      send({ trouble: error instanceof Error ? error.message : String(error) });
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}

/** What this machine is to the hub at that address: as it was paired once, or by a new pairing on a page of its own. */
export async function pairingWith(
  electron: ElectronPort,
  url: string,
  open: () => Promise<ShellWindow>,
  againMs = AGAIN_MS,
): Promise<Pairing> {
  const file = pairingFile(electron);
  const known = readPairing(file);
  if (known?.url === url) return known;
  if (known && (await isHubOf(known, url))) {
    const moved = { ...known, url };
    savePairing(file, moved);
    return moved;
  }
  const page = await open();
  const paired = await pairOnPage(electron, url, page, againMs);
  savePairing(file, paired);
  setImmediate(() => page.close());
  return paired;
}
