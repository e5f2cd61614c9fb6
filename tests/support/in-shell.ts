import type { Page } from 'playwright';
import { aloneKiosk, type AloneOptions } from '../../src/main/alone/alone-kiosk.ts';
import { hostLink } from '../../src/main/link/host-link.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { serveScreens } from '../../src/main/link/serve-screens.ts';
import { onTestFinished } from 'vitest';
import { placesOf } from './bridge.ts';
import { standIn } from './electron/electron-port.ts';
import { MIGRATIONS, SCREENS, testFolder } from './folder.ts';

/** Stands for `markaz://screens`, a scheme that only Electron's own Chromium knows: no server is behind it. */
export const ORIGIN = 'https://screens.invalid';

/** Gives a real page what Electron would: its files from the app, its link by ipc, and no network. */
export async function inShell(
  page: Page,
  pairing: Pairing,
  options: Partial<AloneOptions> = {},
): Promise<readonly string[]> {
  const folder = options.folder ?? testFolder();
  const shell = standIn(folder);
  const isKiosk = pairing.kind === 'kiosk';
  const alone = isKiosk ? aloneKiosk({ folder, migrations: MIGRATIONS, kioskId: 1, ...options }) : undefined;
  onTestFinished(() => alone?.close());
  hostLink(shell.port, shell.port.createWindow({}), placesOf(pairing, folder), () => undefined, alone);
  const [window] = shell.windows as { readonly webContents: object }[];
  const event = { sender: window?.webContents, senderFrame: { url: 'markaz://screens/kiosk/' } };
  await page.exposeFunction('shellCall', async (channel: string, ...args: unknown[]) =>
    (shell.ipc.get(channel) as ((...all: unknown[]) => unknown) | undefined)?.(event, ...args),
  );
  shell.listeners.add((channel, [name, args]) => {
    if (channel !== 'link-heard' || page.isClosed()) return;
    void page
      .evaluate(([to, what]) => (globalThis as never as Hearing).linkHeard?.(to, what), [name, args])
      .catch(() => 0);
  });
  await page.addInitScript(() => {
    const own = globalThis as never as Hearing;
    own.markazLink = {
      open: (handshake) => void own.shellCall('link-open', handshake),
      hear: (listener) => (own.linkHeard = listener),
      ask: (...args) => own.shellCall('link-ask', ...args),
      connect: () => void own.shellCall('link-connect'),
      close: () => void own.shellCall('link-close'),
    };
  });
  const elsewhere: string[] = [];
  const serve = serveScreens(SCREENS, () => pairing, `${folder}/slips`);
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      elsewhere.push(url.href);
      return route.abort();
    }
    const post = route.request().postDataBuffer();
    const init = post ? { method: 'POST', body: new Uint8Array(post) } : {};
    const answer = await serve(new Request(`markaz://screens${url.pathname}${url.search}`, init));
    const body = Buffer.from(await answer.arrayBuffer());
    return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
  });
  page.on('websocket', (socket) => elsewhere.push(socket.url()));
  return elsewhere;
}

interface Hearing {
  markazLink: Readonly<Record<string, (...args: never[]) => unknown>>;
  linkHeard?: (name: unknown, args: unknown) => void;
  shellCall: (channel: string, ...args: unknown[]) => Promise<unknown>;
}
