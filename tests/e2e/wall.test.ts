import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../src/hub/time/clock.ts';
import { lookAt } from '../support/look-at.ts';
import { megaCentre } from '../support/mega-centre.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const MINUTE = 60_000;
type HubAt = { readonly url: string };

/** Elements of the wall that are larger than the place that they have, or reach out of the screen. */
const TOO_LARGE = `[...document.querySelectorAll('main, main *')].flatMap((one) => {
  const { overflow } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const isCut = (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1) && /auto|scroll/.test(overflow);
  const isOut = box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.left < -1;
  return (isCut || isOut) && !one.closest('.visually-hidden') ? [one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 40)] : [];
})`;

/** Rows and tiles of the wall that lie over one another. */
const OVER_ONE_ANOTHER = `(() => {
  const boxes = [...document.querySelectorAll('main section')].map((one) => one.getBoundingClientRect());
  const inside = [...document.querySelectorAll('main section > *')].filter((one) => {
    const [box, of] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
    return box.bottom > of.bottom + 1 || box.right > of.right + 1 || box.left < of.left - 1;
  });
  const crossed = boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
  return [inside.length, crossed.length];
})()`;

async function fits(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  expect(await page.evaluate(TOO_LARGE)).toEqual([]);
  expect(await page.evaluate(OVER_ONE_ANOTHER)).toEqual([0, 0]);
}

/** Every counter at work, most of them serving, and some of each other kind. */
async function fullHall(hub: HubAt, clock: ReturnType<typeof demoClock>) {
  const centre = megaCentre();
  const citizen = kiosk(hub);
  for (const { id } of centre.kiosks.filter((one) => one.id !== 1 && one.id !== 4))
    kiosk(hub, { kioskId: id, device: `kiosk-${id}` });
  const services = centre.services.filter(({ identity }) => identity !== 'required');
  const wish = (i: number) => wishFor(services[i % services.length]?.id ?? '', i % 5 === 0 ? ['elder'] : []);
  await Promise.all(Array.from({ length: 240 }, (_, i) => citizen.done('issue', wish(i))));
  clock.turnTo(clock.at() + 12 * MINUTE);
  const consoles = centre.counters.map(({ id }) => operator(hub, id));
  await Promise.all(
    consoles.map(async (one, i) => {
      if (i % 16 === 15) return;
      await one.done('openCounter', { operator: i % 3 === 0 ? 'محمد عثمان غنی' : `Muhammad Usman ${i}` });
      if (i % 16 === 14) await one.done('takeBreak', {});
      if (i % 16 >= 13) return;
      const { tokenId = 0 } = (await one.send('call', {}).then((reply) => (reply.ok ? reply.result : {}))) as {
        tokenId?: number;
      };
      if (tokenId > 0 && i % 6 !== 5) await one.done('start', { tokenId });
    }),
  );
  clock.turnTo(clock.at() + 8 * MINUTE);
  return consoles;
}

describe.skipIf(!CHROMIUM)('the live wall', () => {
  const { open } = useBrowser();

  async function watch(hub: HubAt, size: { width: number; height: number } = SIZES.console) {
    const page = await open(`${hub.url}/manager/`, size, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Alarms' }).waitFor();
    return page;
  }

  it('fits one screen with 48 counters, 17 services and six kiosks in two halls, empty, full and without its hub, in both languages', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({
      centre: { ...megaCentre(), hours: Array.from({ length: 7 }, () => [[480, 1200]] as const) },
      clock,
    });
    const page = await watch(hub);
    await page.getByText('nobody waiting').first().waitFor();
    await fits(page);
    await lookAt(page, 'wall-empty-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await fits(page);
    await lookAt(page, 'wall-empty-ur');
    await fullHall(hub, clock);
    await page.locator('[data-level]').first().waitFor();
    await page.locator('[data-state=serving]').nth(20).waitFor();
    await page.getByText(/نمٹ/).nth(2).waitFor();
    await fits(page);
    await lookAt(page, 'wall-full-ur');
    await page.getByRole('button', { name: 'English' }).click();
    await fits(page);
    await lookAt(page, 'wall-full-en');
    await page.setViewportSize(SIZES.board);
    await fits(page);
    await lookAt(page, 'wall-full-1080');
    await page.setViewportSize(SIZES.console);
    await page.goto(`${hub.url}/manager/#today`);
    await lookAt(page, 'manager-today-alarms-en');
    await page.goto(`${hub.url}/manager/#wall`);
    expect(page.errors).toEqual([]);
    await hub.close();
    await page.getByText('No connection to the hub').waitFor({ timeout: 15_000 });
    await fits(page);
    await lookAt(page, 'wall-lost-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await fits(page);
    await lookAt(page, 'wall-lost-ur');
  }, 120_000);

  it('sounds an urgent alarm after the first touch, says when it is muted, and is quiet once somebody has seen it', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock });
    const citizen = kiosk(hub);
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    const page = await watch(hub);
    await page.getByText('All is well').waitFor();
    await page.evaluate(`window.tones = 0; OscillatorNode.prototype.start = ((start) => function (...args) {
      window.tones += 1; return start.apply(this, args); })(OscillatorNode.prototype.start)`);
    const tones = () => page.evaluate<number>('window.tones');
    await page.getByRole('button', { name: 'Touch once for sound' }).click();
    await page.getByRole('button', { name: 'Sound on' }).click();
    await page.getByRole('button', { name: 'Sound is muted' }).waitFor();
    await citizen.done('issue', wishFor('fine'));
    clock.turnTo(MONDAY_TEN + 25 * MINUTE);
    const alarm = page.getByRole('listitem').filter({ hasText: 'Long wait' });
    await alarm.waitFor();
    await page.getByRole('link', { name: /Live wall.*alarm/ }).waitFor();
    expect(await tones()).toBe(0);
    await page.getByRole('button', { name: 'Sound is muted' }).click();
    await expect.poll(tones).toBe(2);
    await lookAt(page, 'wall-one-alarm');
    for (const button of await page.getByRole('button', { name: /^Seen: / }).all()) await button.press('Enter');
    await alarm.getByText('seen by Nadia Hussain, 10:25').waitFor();
    await page.getByRole('link', { name: 'Live wall', exact: true }).waitFor();
    // Another console sees that it was seen, and by whom.
    const other = join(hub, { screen: 'manager', name: 'Sana' });
    const { alarms } = await other.see('wall', (wall) => wall.alarms.length > 0);
    expect(alarms.map(({ seen }) => seen?.by)).toEqual(alarms.map(() => 'Nadia Hussain'));
    expect(page.errors).toEqual([]);
  }, 60_000);
});
