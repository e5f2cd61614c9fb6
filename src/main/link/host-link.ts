import { handshakeSchema } from '../../protocol/handshake.ts';
import type { ElectronPort, ShellWindow } from '../electron-port.ts';
import type { AloneKiosk } from '../alone/alone-kiosk.ts';
import { type LinkSocket, linkSocket } from '../../hub/paired/link-socket.ts';
import type { Pairing } from '../../hub/paired/pair.ts';
import { SCREENS_ORIGIN } from './screens-scheme.ts';

/** The channels between a page and the shell: what is heard, and what the page opens, asks, tries again and closes. */
export const LINK_CHANNELS = {
  heard: 'link-heard',
  open: 'link-open',
  ask: 'link-ask',
  connect: 'link-connect',
  close: 'link-close',
} as const;

/** What the hub tells a page, by Socket.IO event, passed on as it is. */
const PASSED_ON = ['view', 'pulse', 'you', 'scan', 'disconnect'] as const;
const MOST_WAIT_MS = 120_000;

interface From {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string } | null;
}

/**
 * Holds the socket of a window's page, which has no network of its own. The page says which screen it is; whether this
 * machine may be that is the hub's to say. `failed` is called when no link could be made.
 */
export function hostLink(
  { ipcMain }: Pick<ElectronPort, 'ipcMain'>,
  window: ShellWindow,
  pairing: Pairing,
  failed: () => void,
  alone?: Pick<AloneKiosk, 'attach' | 'ask'>,
): void {
  let socket: LinkSocket | undefined;
  const isOwn = ({ sender, senderFrame }: From): boolean =>
    sender === window.webContents && senderFrame?.url.startsWith(`${SCREENS_ORIGIN}/`) === true;

  const tell = (name: string, ...args: unknown[]): void => {
    if (!window.webContents.isDestroyed()) window.webContents.send(LINK_CHANNELS.heard, name, args);
  };

  function open(raw: unknown): void {
    socket?.close();
    const handshake = handshakeSchema.safeParse(raw);
    if (!handshake.success) return;
    const opened = linkSocket(pairing, handshake.data);
    socket = opened;
    for (const name of PASSED_ON)
      opened.on(name, (...args: unknown[]) => tell(name, ...(name === 'disconnect' ? [] : args)));
    alone?.attach(opened, (now) => tell('alone', now));
    opened.on('connect_error', (error) => {
      failed();
      tell('refused', (error as { readonly data?: unknown }).data);
    });
  }

  ipcMain.on(LINK_CHANNELS.open, (event, raw: unknown) => {
    if (isOwn(event)) open(raw);
  });
  ipcMain.on(LINK_CHANNELS.connect, (event) => {
    if (isOwn(event)) socket?.connect();
  });
  ipcMain.on(LINK_CHANNELS.close, (event) => {
    if (isOwn(event)) socket?.close();
  });
  ipcMain.handle(LINK_CHANNELS.ask, async (event, kind: unknown, body: unknown, withinMs: unknown) => {
    const isKind = kind === 'command' || kind === 'ask';
    if (!isOwn(event) || !isKind || !socket || typeof withinMs !== 'number') throw new Error('No link.');
    const within = Math.min(Math.max(0, withinMs), MOST_WAIT_MS);
    const opened = socket;
    const pass = async () => (await opened.timeout(within).emitWithAck(kind, body)) as unknown;
    return alone ? alone.ask(kind, body, pass) : pass();
  });
  window.on('closed', () => socket?.close());
}
