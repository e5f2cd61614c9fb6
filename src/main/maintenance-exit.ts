import { isMaintenanceKey, type KioskPlace } from './ask-hub.ts';
import type { ElectronPort, ShellWindow } from './electron-port.ts';

/** The channel on which the page of a kiosk asks for an end of the app. */
export const MAINTAIN_CHANNEL = 'maintain';

/** How the app ends when staff leave it: whatever starts it again by itself must let this one be (docs/kiosk-lockdown.md). */
export const LEFT_EXIT_CODE = 17;

interface Wish {
  readonly what: 'leave' | 'restart';
  readonly key: string;
}

function readWish(raw: unknown): Wish | undefined {
  const { what, key } = (raw ?? {}) as Record<string, unknown>;
  if (what !== 'leave' && what !== 'restart') return undefined;
  return typeof key === 'string' && key.length > 0 && key.length <= 128 ? { what, key } : undefined;
}

/**
 * Lets staff end or restart the app from the kiosk's maintenance screen. The page only asks: the shell believes nothing
 * of it but the key, and asks the hub itself, wherever that is by now, whether that is one. So no page can end it, whatever runs in it.
 */
export function offerExit(
  { app, ipcMain }: Pick<ElectronPort, 'app' | 'ipcMain'>,
  window: ShellWindow,
  placeNow: () => KioskPlace,
  isKey: (place: KioskPlace, key: string) => Promise<boolean> = isMaintenanceKey,
): void {
  ipcMain.handle(MAINTAIN_CHANNEL, async (event, raw: unknown): Promise<boolean> => {
    const place = placeNow();
    const from = event.senderFrame?.url ?? '';
    const isOwn = event.sender === window.webContents && from.startsWith(`${place.url}/`);
    const wish = isOwn ? readWish(raw) : undefined;
    if (!wish || !(await isKey(place, wish.key))) return false;
    if (wish.what === 'restart') app.relaunch();
    // After the answer. Windows are not asked: a kiosk's says no.
    setImmediate(() => app.exit(wish.what === 'restart' ? 0 : LEFT_EXIT_CODE));
    return true;
  });
}
