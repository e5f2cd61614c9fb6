import type { ElectronPort, ShellWindow } from './electron-port.ts';

/** Denies every permission: no screen needs a camera, a place, or a notification. */
export function denyPermissions(session: ElectronPort['session']): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
}

/** Keeps a window on the hub that it was opened on: no other page, no new window, no embedded one. */
export function keepInPlace(window: ShellWindow, origin: string): void {
  const isElsewhere = (url: string): boolean => !URL.canParse(url) || new URL(url).origin !== origin;
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    if (isElsewhere(event.url)) event.preventDefault();
  });
  window.webContents.on('will-redirect', (event) => {
    if (isElsewhere(event.url)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
}
