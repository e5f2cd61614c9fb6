import { describe, expect, it } from 'vitest';
import { morningClock } from '../support/morning-clock.ts';
import { lahore } from '../support/lahore.ts';
import { lookAt as look } from '../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

/** Every screen with its size and the way to show it in its other language. */
const SCREENS = {
  start: { path: '/', size: SIZES.console, other: 'اردو' },
  kiosk: { path: '/kiosk/?kiosk=1', size: SIZES.kiosk, other: 'English' },
  'kiosk-landscape': { path: '/kiosk/?kiosk=1', size: SIZES.kioskLandscape, other: 'English' },
  'sign-in': { path: '/operator/', size: SIZES.console, other: 'اردو' },
  manager: { path: '/manager/', size: SIZES.console, other: 'اردو' },
  console: { path: '/operator/?counter=1', size: SIZES.console, other: 'اردو' },
  board: { path: '/counter-display/?hall=hall-1', size: SIZES.board, other: null },
  'board-4k': { path: '/counter-display/?hall=hall-1', size: SIZES.board4k, other: null },
  'board-portrait': { path: '/counter-display/?hall=hall-1', size: SIZES.boardPortrait, other: null },
  'counter-display': { path: '/counter-display/?counter=1', size: SIZES.board, other: null },
} as const;
const NAMES = Object.keys(SCREENS) as (keyof typeof SCREENS)[];

/** A hall in full swing: every counter of the first hall open and serving, people waiting for all. */
async function fill(hub: Awaited<ReturnType<typeof testHub>>): Promise<void> {
  const centre = lahore();
  const citizen = kiosk(hub, { device: 'filler' });
  for (const [place, { id }] of centre.services.entries())
    for (let i = 0; i < 12; i += 1) {
      const cnic = `35202${String(1_000_000 + place * 100 + i)}1`;
      await citizen.done('issue', { ...wishFor(id, i % 5 === 0 ? ['elder'] : []), cnic });
    }
  for (const { id } of centre.counters) {
    const one = operator(hub, id);
    await one.done('openCounter', { operator: `Operator ${id}` });
    if (id % 7 === 0) await one.done('takeBreak', {});
    else await one.done('call', {});
  }
}

describe.skipIf(!CHROMIUM)('every screen, looked at in a real browser', () => {
  const { open } = useBrowser();

  it.each(['empty', 'full'] as const)(
    'has nothing that axe finds wrong at WCAG 2.2 AA, in both languages, with an %s hall',
    async (hall) => {
      const hub = await testHub({ centre: lahore(), clock: morningClock });
      if (hall === 'full') await fill(hub);
      for (const name of NAMES) {
        const { path, size, other } = SCREENS[name];
        const page = await open(`${hub.url}${path}`, size, { reducedMotion: 'reduce' });
        await page
          .getByText(/Lahore|لاہور|Counter/)
          .first()
          .waitFor();
        await look(page, `${name}-${hall}`);
        if (other) {
          await page.getByRole('button', { name: other, exact: true }).click();
          await look(page, `${name}-${hall}-other`);
        }
        expect([name, page.errors]).toEqual([name, []]);
        await page.close();
      }
    },
    180_000,
  );

  it('says within seconds that the hub is gone, and recovers by itself when it is back', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    await fill(hub);
    const pages = new Map<string, Awaited<ReturnType<typeof open>>>();
    for (const name of ['kiosk', 'console', 'board', 'counter-display'] as const) {
      const { path, size } = SCREENS[name];
      pages.set(name, await open(`${hub.url}${path}`, size, { reducedMotion: 'reduce' }));
    }
    const sees = (name: string, text: string | RegExp) =>
      pages.get(name)?.getByText(text).first().waitFor({ timeout: 15_000 });
    await sees('console', 'Live');
    await sees('board', /B-001/);
    await hub.close();
    await sees('kiosk', 'یہ کیوسک اس وقت ٹوکن نہیں دے سکتا');
    await sees('console', 'Not live');
    for (const name of ['console', 'board', 'counter-display']) await sees(name, 'No connection to the hub');
    for (const [name, page] of pages) await look(page, `${name}-hub-lost`);
    expect(
      await pages
        .get('console')
        ?.getByRole('button', { name: /Start serving/ })
        .isDisabled(),
    ).toBe(true);

    await testHub({ centre: lahore(), clock: morningClock, folder: hub.folder, port: hub.port });
    await sees('kiosk', 'آپ کو کون سی خدمت درکار ہے؟');
    await sees('console', 'Live');
    await sees('board', /B-001/);
  }, 90_000);
});
