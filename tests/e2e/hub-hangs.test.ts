import { describe, expect, it } from 'vitest';
import { morningClock } from '../support/morning-clock.ts';
import { lahore } from '../support/lahore.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { tcpProxy } from '../support/tcp-proxy.ts';
import { kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

/** Within this a screen says that it shows what is old. */
const BOUND_MS = 10_000;

describe.skipIf(!CHROMIUM)('a hub that hangs, with its links open', () => {
  const { open } = useBrowser();

  it('is told of by board, console and kiosk within ten seconds, and they go on by themselves', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    await kiosk(hub, { device: 'filler' }).done('issue', wishFor('domicile'));
    const desk = operator(hub, 2);
    await desk.done('openCounter', { operator: 'Ali' });
    await desk.done('call', {});
    const proxy = await tcpProxy(hub);
    const at = (path: string) => `http://127.0.0.1:${proxy.port}${path}`;
    const [board, console, citizen] = [
      await open(at('/counter-display/?hall=hall-1'), SIZES.board),
      await open(at('/operator/?counter=1'), SIZES.console),
      await open(at('/kiosk/?kiosk=1'), SIZES.kiosk),
    ];
    await citizen.getByRole('button', { name: 'English' }).click();
    const shown = [
      [board, 'B-001', 'No connection to the hub'],
      [console, 'Live', 'No connection to the hub'],
      [citizen, 'What do you need?', 'This kiosk cannot give tokens now'],
    ] as const;
    const see = (page: (typeof shown)[number][0], text: string, timeout: number) =>
      page.getByText(text, { exact: true }).first().waitFor({ timeout });
    for (const [page, live, lost] of shown) {
      await see(page, live, 20_000);
      expect(await page.getByText(lost).count()).toBe(0);
      await page.evaluate('window.isSamePage = true');
    }

    proxy.set({ up: 'hold', down: 'hold' });
    await Promise.all(shown.map(([page, , lost]) => page.getByText(lost).first().waitFor({ timeout: BOUND_MS })));
    await citizen.getByText('A kiosk in a browser cannot go on without the hub.').waitFor({ timeout: BOUND_MS });

    proxy.set({ up: 'pass', down: 'pass' });
    for (const [page, live, lost] of shown) {
      await see(page, live, 20_000);
      await page.getByText(lost).first().waitFor({ state: 'hidden' });
      expect(await page.evaluate('window.isSamePage')).toBe(true);
    }
  }, 90_000);
});
