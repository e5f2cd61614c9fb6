import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMain,
  Protocol,
  Session,
  UtilityProcess,
} from 'electron';

/** The part of Electron that the shell uses, typed from Electron's own declarations. */
export interface ElectronPort {
  readonly app: Pick<App, 'whenReady' | 'on' | 'quit' | 'exit' | 'relaunch' | 'getPath' | 'requestSingleInstanceLock'>;
  readonly session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on' | 'webRequest'
  >;
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly ipcMain: Pick<IpcMain, 'on' | 'handle'>;
  createWindow(
    options: BrowserWindowConstructorOptions,
  ): Pick<BrowserWindow, 'loadURL' | 'loadFile' | 'webContents' | 'close' | 'on'>;
  fork(modulePath: string, args: string[]): Pick<UtilityProcess, 'on' | 'kill'>;
}

export type ShellWindow = ReturnType<ElectronPort['createWindow']>;
