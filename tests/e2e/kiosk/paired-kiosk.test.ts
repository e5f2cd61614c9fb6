import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { hostLink } from '../../../src/main/link/host-link.ts';
import type { Pairing } from '../../../src/main/link/pair.ts';
import { serveScreens } from '../../../src/main/link/serve-screens.ts';
import { standIn } from '../../support/electron/electron-port.ts';
import { SCREENS, testFolder } from '../../support/folder.ts';
import { networked } from '../../support/networked.ts';
import { pause } from '../../support/pause.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';

/** Stands for `markaz://screens`, a scheme that only Electron's own Chromium knows: no server is behind it. */
const ORIGIN = 'https://screens.invalid';

/** Gives a real page what Electron would: its files from the app, its link by ipc, and no network. */
async function inShell(page: Page, pairing: Pairing): Promise<readonly string[]> {
  const shell = standIn(testFolder());
  hostLink(shell.port, shell.port.createWindow({}), pairing, () => undefined);
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
  const serve = serveScreens(SCREENS, pairing);
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      elsewhere.push(url.href);
      return route.abort();
    }
    const answer = await serve(new Request(`markaz://screens${url.pathname}${url.search}`));
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

describe.skipIf(!CHROMIUM)('a kiosk on a paired machine', () => {
  const { open } = useBrowser();

  it('gives a token through the shell’s socket, with no network of its own', { timeout: 60_000 }, async () => {
    const net = await networked();
    const { code, paired } = await net.begin();
    await net.grant(code, 'kiosk', '1');
    const page = await open('about:blank', SIZES.kiosk, { reducedMotion: 'reduce' });
    const elsewhere = await inShell(page, await paired);
    await page.goto(`${ORIGIN}/kiosk/?kiosk=1`);
    const inMain = page.getByRole('main').getByRole('button');
    for (const button of [
      page.getByRole('button', { name: 'English' }),
      inMain.first(),
      inMain.first(),
      page.getByRole('button', { name: 'Print my token' }),
    ]) {
      await button.click();
      await pause();
    }
    await page.getByText('A-001').first().waitFor();
    expect(elsewhere).toEqual([]);
    expect(page.errors).toEqual([]);
  });
});
