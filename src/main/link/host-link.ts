import type { Era } from '../../domain/era.ts';
import type { DayMark } from '../../domain/keeping/kept-heads.ts';
import { type LinkSocket, linkSocket } from '../../hub/paired/link-socket.ts';
import { type Handshake, handshakeSchema } from '../../protocol/handshake.ts';
import type { Stamp } from '../../protocol/views/views.ts';
import type { AloneKiosk } from '../alone/alone-kiosk.ts';
import type { ElectronPort, ShellWindow } from '../electron-port.ts';
import type { HubPlaces } from './hub-places.ts';
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
/** Before the next place is tried at which the hub may be, longer with each that was in vain. */
const ELSEWHERE_MS = 300;
const MOST_ELSEWHERE_MS = 2_000;

interface From {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string } | null;
}

interface Told {
  readonly tell: (name: string, ...args: unknown[]) => void;
  readonly failed: () => void;
  readonly alone: Pick<AloneKiosk, 'attach' | 'ask'> | undefined;
}

/** A link that looks for its hub wherever it may be: one place after the other, until one answers that may be listened to. */
function roamingLink(places: HubPlaces, handshake: Handshake, { tell, failed, alone }: Told) {
  let socket: LinkSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let inVain = 0;
  let heardMs = performance.now();
  let seen: Handshake['seen'];

  function elsewhere(): void {
    socket?.close();
    places.next();
    clearTimeout(timer);
    inVain += 1;
    if (!isClosed) timer = setTimeout(open, Math.min(MOST_ELSEWHERE_MS, ELSEWHERE_MS * inVain));
  }

  function open(): void {
    const era = places.era();
    const lostMs = performance.now() - heardMs;
    const opened = linkSocket(places.pairing(), { ...handshake, lostMs, era, seen });
    socket = opened;
    // Before anybody else hears of it.
    opened.on('pulse', (_stamp: Stamp, mark: DayMark, told: Era, standbys: readonly string[], beatMs: number) => {
      if (!places.meet(told, standbys)) return elsewhere();
      [inVain, heardMs] = [0, performance.now()];
      seen = { day: mark.serviceDay, numbers: mark.numbers };
      // Only once the epoch is kept: the hub counts on it.
      opened.emit('here', beatMs);
    });
    for (const name of PASSED_ON) {
      opened.on(name, (...args: unknown[]) => tell(name, ...(name === 'disconnect' ? [] : args)));
    }
    alone?.attach(opened, (now) => tell('alone', now));
    opened.on('connect_error', (error) => {
      const why = (error as { readonly data?: { readonly code?: unknown } }).data;
      failed();
      if (why?.code !== 'standingBy') tell('refused', why);
      // A hub that says no in words is there; one that stands by has another in its place.
      if (!why || why.code === 'standingBy') elsewhere();
    });
  }

  open();
  return {
    socket: () => socket,
    connect: () => void socket?.connect(),
    close(): void {
      isClosed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}

/**
 * Holds the socket of a window's page, which has no network of its own. The page says which screen it is; whether this
 * machine may be that is the hub's to say. `failed` is called when no link could be made.
 */
export function hostLink(
  { ipcMain }: Pick<ElectronPort, 'ipcMain'>,
  window: ShellWindow,
  places: HubPlaces,
  failed: () => void,
  alone?: Pick<AloneKiosk, 'attach' | 'ask'>,
): void {
  let link: ReturnType<typeof roamingLink> | undefined;
  const isOwn = ({ sender, senderFrame }: From): boolean =>
    sender === window.webContents && senderFrame?.url.startsWith(`${SCREENS_ORIGIN}/`) === true;

  const tell = (name: string, ...args: unknown[]): void => {
    if (!window.webContents.isDestroyed()) window.webContents.send(LINK_CHANNELS.heard, name, args);
  };

  ipcMain.on(LINK_CHANNELS.open, (event, raw: unknown) => {
    if (!isOwn(event)) return;
    link?.close();
    const handshake = handshakeSchema.safeParse(raw);
    if (handshake.success) link = roamingLink(places, handshake.data, { tell, failed, alone });
  });
  ipcMain.on(LINK_CHANNELS.connect, (event) => {
    if (isOwn(event)) link?.connect();
  });
  ipcMain.on(LINK_CHANNELS.close, (event) => {
    if (isOwn(event)) link?.close();
  });
  ipcMain.handle(LINK_CHANNELS.ask, async (event, kind: unknown, body: unknown, withinMs: unknown) => {
    const isKind = kind === 'command' || kind === 'ask';
    const opened = link?.socket();
    if (!isOwn(event) || !isKind || !opened || typeof withinMs !== 'number') throw new Error('No link.');
    const within = Math.min(Math.max(0, withinMs), MOST_WAIT_MS);
    const pass = async () => (await opened.timeout(within).emitWithAck(kind, body)) as unknown;
    return alone ? alone.ask(kind, body, pass) : pass();
  });
  window.on('closed', () => link?.close());
}
