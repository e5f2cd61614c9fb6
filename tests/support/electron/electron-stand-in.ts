/**
 * What `import … from 'electron'` gives where no Electron binary can run: it does nothing that Electron does but
 * write down what it was asked for. Typed against Electron's own declarations. It is not Electron, and proves only
 * that the packaged program starts and asks for the right things.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';

const userData = mkdtempSync(join(tmpdir(), 'markaz-user-'));
process.on('exit', () => rmSync(userData, { recursive: true, force: true }));
const events = new EventEmitter();
const write = (line: object): void => console.log(JSON.stringify(line));
let opened = 0;

export const app = Object.assign(events, {
  whenReady: async () => undefined,
  requestSingleInstanceLock: () => true,
  getPath: () => userData,
  commandLine: { appendSwitch: (name: string) => write({ switch: name }) },
  exit: (code: number) => write({ exit: code }),
  relaunch: () => write({ relaunch: true }),
  quit: () => {
    write({ quit: true });
    events.emit('will-quit');
  },
}) as unknown as Electron.App;

export const session = {
  defaultSession: {
    setPermissionRequestHandler: () => write({ denied: 'permission requests' }),
    setPermissionCheckHandler: () => write({ denied: 'permission checks' }),
    setDevicePermissionHandler: () => write({ denied: 'devices' }),
    on: (name: string) => write({ denied: name }),
    webRequest: { onBeforeRequest: () => write({ denied: 'network' }) },
  },
} as unknown as typeof Electron.session;

export const protocol = {
  registerSchemesAsPrivileged: ([one]: Electron.CustomScheme[]) => write({ scheme: one?.scheme }),
  handle: () => undefined,
} as unknown as Electron.Protocol;

export const ipcMain = { on: () => undefined, handle: () => undefined } as unknown as Electron.IpcMain;

export const Menu = {
  setApplicationMenu: (menu: null) => write({ menu }),
} as unknown as typeof Electron.Menu;

export const utilityProcess = {
  fork(modulePath: string, args: string[]): Pick<ChildProcess, 'on' | 'kill'> {
    write({ forked: existsSync(modulePath), args: args.filter((arg) => arg.startsWith('--')) });
    return fork(modulePath, [...args, '--port', '0'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  },
} as unknown as typeof Electron.utilityProcess;

export class BrowserWindow {
  readonly webContents = { setWindowOpenHandler: () => write({ denied: 'windows' }), on: () => undefined };
  readonly preloadExists: boolean;
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    const { preload, ...rest } = options.webPreferences ?? {};
    this.preloadExists = preload ? existsSync(preload) : false;
    write({ window: rest, preloadExists: this.preloadExists });
  }
  async loadFile(file: string): Promise<void> {
    write({ file: existsSync(file) });
  }
  async loadURL(url: string): Promise<void> {
    const answer = await fetch(url);
    const title = /<title>(.*)<\/title>/.exec(await answer.text())?.[1];
    write({ loaded: new URL(url).pathname, status: answer.status, title });
    opened += 1;
    if (opened === 4) setTimeout(() => events.emit('window-all-closed'), 20);
  }
  on(): void {}
  close(): void {}
}
