import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, session, utilityProcess } from 'electron';
import { findHub } from './find-hub.ts';
import { runShell } from './shell.ts';

// Kept open between the first-run page and the screens: the shell says when the app ends.
app.on('window-all-closed', () => undefined);

void app.whenReady().then(() =>
  runShell(
    {
      app,
      ipcMain,
      session: session.defaultSession,
      createWindow: (options) => new BrowserWindow(options),
      fork: (modulePath, args) => utilityProcess.fork(modulePath, args, { serviceName: 'markaz-hub' }),
    },
    { args: process.argv.slice(1), root: join(import.meta.dirname, '../..'), findHub },
  ).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    app.quit();
  }),
);
