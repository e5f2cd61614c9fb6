import { vi } from 'vitest';
import type { ElectronPort } from '../../../src/main/electron-port.ts';

type Handler = (...args: never[]) => void;

const handlers = () => new Map<string, Handler>();

/** Electron as the shell sees it; what it was asked for is written down. */
export function standIn(userData: string, isFirst = true) {
  const asked = {
    windows: [] as { kiosk?: boolean | undefined; webPreferences?: object | undefined }[],
    urls: [] as string[],
    files: [] as string[],
    forked: [] as string[][],
    sent: [] as [string, unknown][],
    exits: [] as (number | 'relaunch')[],
    zooms: [] as (number | readonly number[])[],
    /** So many pages cannot be reached yet. */
    failing: 0,
    crashed: 0,
  };
  const [contents, ofApp, ofSession, ofWindow, ipc] = [handlers(), handlers(), handlers(), handlers(), handlers()];
  const ofProtocol = handlers();
  /** Hear what is sent to pages. */
  const listeners = new Set<(channel: string, args: readonly unknown[]) => void>();
  const windows: object[] = [];
  const permissions: unknown[] = [];
  const quit = vi.fn<() => void>();
  const port = {
    app: {
      whenReady: async () => undefined,
      on: (name: string, handler: Handler) => void ofApp.set(name, handler),
      quit,
      exit: (code: number) => void asked.exits.push(code),
      relaunch: () => void asked.exits.push('relaunch'),
      getPath: () => userData,
      requestSingleInstanceLock: () => isFirst,
    },
    session: {
      setPermissionRequestHandler: (handler: (c: null, p: string, decide: (is: boolean) => void) => void) =>
        handler(null, 'media', (is) => permissions.push(is)),
      setPermissionCheckHandler: (handler: () => boolean) => permissions.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => permissions.push(handler()),
      on: (name: string, handler: Handler) => void ofSession.set(name, handler),
      webRequest: { onBeforeRequest: (handler: Handler) => void ofSession.set('request', handler) },
    },
    protocol: { handle: (name: string, handler: Handler) => void ofProtocol.set(name, handler) },
    ipcMain: {
      on: (name: string, handler: Handler) => void ipc.set(name, handler),
      handle: (name: string, handler: Handler) => void ipc.set(name, handler),
    },
    createWindow(options: (typeof asked.windows)[number]) {
      asked.windows.push(options);
      const window = {
        async loadURL(url: string) {
          asked.urls.push(url);
          if (asked.urls.length <= asked.failing) throw new Error('ERR_CONNECTION_REFUSED');
        },
        loadFile: async (file: string) => void asked.files.push(file),
        close: () => undefined,
        on: (name: string, handler: Handler) => void ofWindow.set(name, handler),
        webContents: {
          setWindowOpenHandler: (handler: Handler) => void contents.set('open', handler),
          on: (name: string, handler: Handler) => void contents.set(name, handler),
          isDestroyed: () => false,
          setWebRTCIPHandlingPolicy: () => undefined,
          setZoomFactor: (factor: number) => void asked.zooms.push(factor),
          setVisualZoomLevelLimits: async (...limits: number[]) => void asked.zooms.push(limits),
          forcefullyCrashRenderer: () => (asked.crashed += 1),
          send(channel: string, ...what: unknown[]) {
            asked.sent.push([channel, what.length === 1 ? what[0] : what]);
            for (const listener of listeners) listener(channel, what);
          },
        },
      };
      windows.push(window);
      return window;
    },
    fork(_path: string, args: string[]) {
      asked.forked.push(args);
      return {
        kill: () => true,
        on: (name: string, handler: (message: unknown) => void) => {
          if (name === 'message') setImmediate(() => handler({ url: 'http://127.0.0.1:4810' }));
        },
      };
    },
  } as unknown as ElectronPort;
  return { port, windows, listeners, ofProtocol, asked, contents, ofApp, ofSession, ofWindow, ipc, permissions, quit };
}
