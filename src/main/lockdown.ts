import type { DeviceKind } from '../domain/people/device.ts';
import type { ElectronPort, ShellWindow } from './electron-port.ts';
import { isDeniedAtKiosk } from './key-chords.ts';
import { SCREENS_ORIGIN } from './link/screens-scheme.ts';

/** The manager's page of the hub on this machine: the one that files are saved from. */
const SAVES_FILES = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/manager\//;

/** Whether a page gets a file of its own hub that somebody asked for there; where it goes the system asks. */
function maySave(page: string, file: string, paired: DeviceKind | undefined): boolean {
  if (SAVES_FILES.test(page)) return URL.canParse(file) && new URL(file).origin === new URL(page).origin;
  const isOwn = file.startsWith(`${SCREENS_ORIGIN}/`) || file.startsWith(`blob:${SCREENS_ORIGIN}/`);
  return paired === 'manager' && page.startsWith(`${SCREENS_ORIGIN}/manager/`) && isOwn;
}

/**
 * Denies every permission and device: no screen needs a camera, a place or a notification. A manager saves files, also
 * on a machine that is paired as a manager's; `paired` tells as what this one is.
 */
export function denyPermissions(session: ElectronPort['session'], paired: () => DeviceKind | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item, page) => {
    if (!maySave(page.getURL(), item.getURL(), paired())) event.preventDefault();
  });
}

/**
 * Keeps a window on the hub that it was opened on: no other page, no new window, no embedded one. What is dropped on
 * it would be another page, too.
 */
export function keepInPlace(window: ShellWindow, origin: string): void {
  const isElsewhere = (url: string): boolean =>
    !(URL.canParse(url) && (new URL(url).origin === origin || url.startsWith(`${origin}/`)));
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (isElsewhere(event.url)) event.preventDefault();
  };
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', stay);
  webContents.on('will-frame-navigate', stay);
  webContents.on('will-redirect', stay);
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Keeps a window in front of citizens as it is: no chords, no zoom by fingers or wheel. */
export function lockKeys({ webContents }: ShellWindow): void {
  webContents.on('before-input-event', (event, input) => {
    if (isDeniedAtKiosk(input)) event.preventDefault();
  });
  webContents.on('zoom-changed', () => webContents.setZoomFactor(1));
  // Chromium forgets the limits with each page.
  webContents.on('did-finish-load', () => {
    webContents.setZoomFactor(1);
    void webContents.setVisualZoomLevelLimits(1, 1);
  });
}

/** Keeps a kiosk's window as it is, and open: it has no end but the app's own. */
export function lockKiosk(app: Pick<ElectronPort['app'], 'on'>, window: ShellWindow): void {
  let isEnding = false;
  // The system stops the app, or the app itself does: a shutdown must not wait for a window.
  app.on('before-quit', () => (isEnding = true));
  window.on('close', (event) => {
    if (!isEnding) event.preventDefault();
  });
  lockKeys(window);
}
