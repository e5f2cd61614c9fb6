import { join } from 'node:path';
import { hostReaders } from './device-host.ts';
import type { ElectronPort, ShellWindow } from './electron-port.ts';
import { keepLoaded } from './keep-alive.ts';
import { denyPermissions, keepInPlace, lockKiosk } from './lockdown.ts';
import { offerExit } from './maintenance-exit.ts';
import { type Choice, choiceInArguments, choiceOf, readChoice, saveChoice } from './mode.ts';
import { screensOf, windowOptions } from './windows.ts';

export interface ShellOptions {
  readonly args: readonly string[];
  /** Folder that holds `out/` and `migrations/`. */
  readonly root: string;
  readonly findHub: (waitMs: number) => Promise<string | undefined>;
}

/** How long a screen looks for its hub before it asks for the address. */
const FIND_MS = 6_000;

/** Starts the hub in its own process. Gives its address once it listens. */
function startHub(electron: ElectronPort, root: string, mode: 'all' | 'hub'): Promise<string> {
  const data = join(electron.app.getPath('userData'), 'data');
  const hub = electron.fork(join(root, 'out/main/hub-process.js'), [
    ...(mode === 'all' ? ['--demo'] : []),
    '--data',
    data,
  ]);
  electron.app.on('will-quit', () => hub.kill());
  return new Promise((resolve, reject) => {
    hub.on('message', (message: { url?: unknown }) => {
      if (typeof message.url === 'string') resolve(message.url);
    });
    hub.on('exit', (code) => reject(new Error(`The hub ended (code ${code}).`)));
  });
}

/** Asks what this machine is for, and waits for the answer. */
function askFirst(electron: ElectronPort, options: ShellOptions, open: (file: string) => ShellWindow): Promise<Choice> {
  const page = open(join(options.root, 'src/main/first-run.html'));
  return new Promise((resolve) => {
    electron.ipcMain.on('choose-mode', (event, values: unknown) => {
      const choice = choiceOf((values ?? {}) as Record<string, unknown>);
      if (!event.senderFrame?.url.startsWith('file:') || !choice) return;
      resolve(choice);
      setImmediate(() => page.close());
    });
  });
}

/** Runs the shell: one instance, a choice of mode, the hub where it belongs, and locked-down windows on it. */
export async function runShell(electron: ElectronPort, options: ShellOptions): Promise<void> {
  if (!electron.app.requestSingleInstanceLock()) return electron.app.quit();
  await electron.app.whenReady();
  denyPermissions(electron.session);
  const preload = join(options.root, 'out/preload/preload.cjs');
  const openFile = (file: string): ShellWindow => {
    const window = electron.createWindow(windowOptions(preload, false));
    keepInPlace(window, 'null');
    void window.loadFile(file);
    return window;
  };
  const saved = join(electron.app.getPath('userData'), 'mode.json');
  let choice = choiceInArguments(options.args) ?? readChoice(saved) ?? (await askFirst(electron, options, openFile));
  let url = await hubOf(electron, options, choice);
  while (url === undefined) {
    choice = await askFirst(electron, options, openFile);
    url = await hubOf(electron, options, choice);
  }
  saveChoice(saved, choice);
  for (const screen of screensOf(choice)) {
    const window = electron.createWindow(windowOptions(preload, screen.isKiosk));
    keepInPlace(window, url);
    if (screen.isKiosk) lockKiosk(electron.app, window);
    if (screen.hasReaders) hostReaders(electron, window, choice.readers);
    if (choice.mode === 'kiosk') offerExit(electron, window, { url, kioskId: Number(choice.place ?? 1) });
    await keepLoaded(window, `${url}${screen.path}`);
  }
  electron.app.on('window-all-closed', () => electron.app.quit());
}

/** The hub's address: its own process here, the one that was named, or the one that the network knows. */
async function hubOf(electron: ElectronPort, options: ShellOptions, choice: Choice): Promise<string | undefined> {
  if (choice.mode === 'all' || choice.mode === 'hub') return startHub(electron, options.root, choice.mode);
  return choice.hub ?? options.findHub(FIND_MS);
}
