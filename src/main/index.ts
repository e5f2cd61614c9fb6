import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, session, utilityProcess } from 'electron';
import { findHub } from './find-hub.ts';
import { SCREENS_SCHEME } from './link/screens-scheme.ts';
import { runShell } from './shell.ts';

// No fingers zoom a screen or turn its pages back; the menu's keys would reload, zoom and close it.
app.commandLine.appendSwitch('disable-pinch');
app.commandLine.appendSwitch('overscroll-history-navigation', '0');
Menu.setApplicationMenu(null);
// The screens of a paired machine: pages like those of a server, with an origin and fetch, from no server.
protocol.registerSchemesAsPrivileged([
  { scheme: SCREENS_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

// Kept open between the first-run page and the screens: the shell says when the app ends.
app.on('window-all-closed', () => undefined);

void app.whenReady().then(() =>
  runShell(
    {
      app,
      ipcMain,
      session: session.defaultSession,
      protocol,
      createWindow: (options) => new BrowserWindow(options),
      fork: (modulePath, args) => utilityProcess.fork(modulePath, args, { serviceName: 'markaz-hub' }),
    },
    { args: process.argv.slice(1), root: join(import.meta.dirname, '../..'), findHub },
  ).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    app.quit();
  }),
);
