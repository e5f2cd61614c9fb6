import { join } from 'node:path';
import { type AloneKiosk, aloneKiosk } from './alone/alone-kiosk.ts';
import { hostReaders } from './device-host.ts';
import type { ElectronPort, ShellWindow } from './electron-port.ts';
import { keepLoaded } from './keep-alive.ts';
import { denyPermissions, keepInPlace, lockKeys, lockKiosk } from './lockdown.ts';
import { dropWhenRevoked } from './link/drop-pairing.ts';
import { hostLink } from './link/host-link.ts';
import { type HubPlaces, hubPlaces } from './link/hub-places.ts';
import { denyNetwork } from './link/no-network.ts';
import type { Pairing } from '../hub/paired/pair.ts';
import { readPairing } from '../hub/paired/kept-pairing.ts';
import { isHubOf, pairingFile, pairingWith } from './link/pair-here.ts';
import { SCREENS_ORIGIN, SCREENS_SCHEME } from './link/screens-scheme.ts';
import { serveScreens } from './link/serve-screens.ts';
import { hubArguments } from './hub-arguments.ts';
import { offerExit } from './maintenance-exit.ts';
import { type Choice, choiceInArguments, choiceOf, readChoice, saveChoice } from './mode.ts';
import { pairedScreen, type Screen, screensOf, windowOptions } from './windows.ts';

export interface ShellOptions {
  readonly args: readonly string[];
  /** Folder that holds `out/` and `migrations/`. */
  readonly root: string;
  readonly findHub: (waitMs: number) => Promise<string | undefined>;
}

/** How long a screen looks for its hub before it asks for the address. */
const FIND_MS = 6_000;

/** Starts the hub in its own process. Gives its address once it listens. */
function startHub(electron: ElectronPort, root: string, choice: Choice): Promise<string> {
  const data = join(electron.app.getPath('userData'), 'data');
  const hub = electron.fork(join(root, 'out/main/hub-process.js'), [...hubArguments(choice), '--data', data]);
  electron.app.on('will-quit', () => hub.kill());
  return new Promise((resolve, reject) => {
    hub.on('message', (message: { url?: unknown }) => {
      if (typeof message.url === 'string') resolve(message.url);
    });
    hub.on('exit', (code) => reject(new Error(`The hub ended (code ${code}).`)));
  });
}

/** Opens a page of the app itself; at a kiosk citizens may stand before it. */
type OpenFile = (file: string, isKiosk?: boolean) => Promise<ShellWindow>;

/** Asks what this machine is for, and waits for the answer. */
function askFirst(electron: ElectronPort, options: ShellOptions, open: OpenFile): Promise<Choice> {
  const page = open(join(options.root, 'src/main/first-run.html'));
  return new Promise((resolve) => {
    electron.ipcMain.on('choose-mode', (event, values: unknown) => {
      const choice = choiceOf((values ?? {}) as Record<string, unknown>);
      if (!event.senderFrame?.url.startsWith('file:') || !choice) return;
      resolve(choice);
      void page.then((one) => setImmediate(() => one.close()));
    });
  });
}

/** Where the pages of this machine are from, which they are, and what it was paired as where its hub is another one. */
interface Home {
  readonly origin: string;
  readonly screens: readonly Screen[];
  readonly pairing?: Pairing;
  /** Where that hub may be found. */
  readonly places?: HubPlaces;
}

/** A hub on this machine gives its pages itself; a machine of the network has them of its own, and is paired first. */
async function homeOf(
  electron: ElectronPort,
  { root }: ShellOptions,
  { choice, url, open }: { readonly choice: Choice; readonly url: string; readonly open: OpenFile },
): Promise<Home> {
  if (!url.startsWith('https:')) return { origin: url, screens: screensOf(choice) };
  denyNetwork(electron.session);
  const pairing = await pairingWith(electron, url, () =>
    open(join(root, 'src/main/pairing.html'), choice.mode === 'kiosk'),
  );
  const places = hubPlaces(join(electron.app.getPath('userData'), 'hub-places.json'), pairing);
  electron.protocol.handle(
    SCREENS_SCHEME,
    serveScreens(join(root, 'out/web'), places.pairing, slipsOf(electron, pairing)),
  );
  return { origin: SCREENS_ORIGIN, screens: [pairedScreen(pairing)], pairing, places };
}

/** Where a kiosk that prints into pictures keeps them. */
const slipsOf = (electron: ElectronPort, { kind }: Pairing): string | null =>
  kind === 'kiosk' ? join(electron.app.getPath('userData'), 'slips') : null;

/** What lets the machine of a kiosk go on while its hub is away; nothing for any other machine. */
function goesAlone(electron: ElectronPort, root: string, { kind, place }: Pairing): AloneKiosk | undefined {
  if (kind !== 'kiosk') return undefined;
  const folder = electron.app.getPath('userData');
  const alone = aloneKiosk({ folder, migrations: join(root, 'migrations'), kioskId: Number(place ?? 1) });
  electron.app.on('will-quit', () => void alone.close());
  return alone;
}

/** Opens one screen, locked down, with its readers and its way to the hub. */
async function openWindow(
  electron: ElectronPort,
  { origin, pairing, places }: Home,
  screen: Screen,
  { preload, choice, root }: { readonly preload: string; readonly choice: Choice; readonly root: string },
): Promise<void> {
  const window = electron.createWindow(windowOptions(preload, screen.isKiosk));
  keepInPlace(window, origin);
  if (screen.isKiosk) lockKiosk(electron.app, window);
  if (pairing && places) {
    // The session's filter sees no such packets.
    window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    const failed = dropWhenRevoked(electron, places.pairing, pairingFile(electron));
    hostLink(electron, window, places, failed, goesAlone(electron, root, pairing));
  }
  if (screen.hasReaders) hostReaders(electron, window, choice.readers);
  const isKiosk = pairing ? pairing.kind === 'kiosk' : choice.mode === 'kiosk';
  const place = pairing ? pairing.place : choice.place;
  const hubNow = () => ({ url: origin, kioskId: Number(place ?? 1), pairing: places?.pairing() });
  if (isKiosk) offerExit(electron, window, hubNow);
  await keepLoaded(window, `${origin}${screen.path}`);
}

/** Runs the shell: one instance, a choice of mode, the hub where it belongs, and locked-down windows on it. */
export async function runShell(electron: ElectronPort, options: ShellOptions): Promise<void> {
  if (!electron.app.requestSingleInstanceLock()) return electron.app.quit();
  await electron.app.whenReady();
  let home: Home | undefined;
  denyPermissions(electron.session, () => home?.pairing?.kind);
  const preload = join(options.root, 'out/preload/preload.cjs');
  const openFile: OpenFile = async (file, isKiosk = false) => {
    const window = electron.createWindow(windowOptions(preload, isKiosk));
    keepInPlace(window, 'null');
    if (isKiosk) lockKeys(window);
    await window.loadFile(file);
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
  home = await homeOf(electron, options, { choice, url, open: openFile });
  // Should it ever be revoked, its pairing page is one of a kiosk too, whatever was chosen here.
  if (home.pairing?.kind === 'kiosk') saveChoice(saved, { ...choice, mode: 'kiosk' });
  for (const screen of home.screens) await openWindow(electron, home, screen, { preload, choice, root: options.root });
  electron.app.on('window-all-closed', () => electron.app.quit());
}

/** The hub's address: its own process here, the one that was named, or the one that the network knows. */
async function hubOf(electron: ElectronPort, options: ShellOptions, choice: Choice): Promise<string | undefined> {
  if (choice.mode === 'all' || choice.mode === 'hub') return startHub(electron, options.root, choice);
  if (choice.hub !== null) return choice.hub;
  const found = await options.findHub(FIND_MS);
  const known = readPairing(pairingFile(electron));
  // A paired machine stays with its hub: one that is not up yet will be, and whoever else answers is a stranger.
  return known && !(found !== undefined && (await isHubOf(known, found))) ? known.url : found;
}
