import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { bareHall, fillHall } from '../../support/bare-hall.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { testFolder } from '../../support/folder.ts';
import { lookAt } from '../../support/look-at.ts';
import { megaCentre } from '../../support/mega-centre.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const MINUTE = 60_000;
type HubAt = { readonly url: string };

/** Elements of the wall that are larger than the place that they have, or reach out of the screen. */
const TOO_LARGE = `[...document.querySelectorAll('main, main *')].flatMap((one) => {
  const { overflow } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const isCut = (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1) && /auto|scroll/.test(overflow);
  const bar = [...document.querySelectorAll('[role=alert]')].find((one) => getComputedStyle(one).position === 'fixed');
  const isOut = box.bottom > (bar?.getBoundingClientRect().top ?? innerHeight) + 1 || box.right > innerWidth + 1 || box.left < -1;
  return (isCut || isOut) && !one.closest('.visually-hidden') ? [one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 40)] : [];
})`;

/** Parts of the wall that reach out of their card, cards that lie over one another, and those that the wall does not hold. */
const OVER_ONE_ANOTHER = `(() => {
  const boxes = [...document.querySelectorAll('main section')].map((one) => one.getBoundingClientRect());
  const inside = [...document.querySelectorAll('main section > *')].filter((one) => {
    const [box, of] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
    return box.bottom > of.bottom + 1 || box.right > of.right + 1 || box.left < of.left - 1;
  });
  const crossed = boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
  const wall = document.querySelector('main').firstElementChild.getBoundingClientRect();
  const beyond = boxes.filter((box) => box.bottom > wall.bottom + 1);
  return [inside.length, crossed.length, beyond.length];
})()`;

/** Alarms are silent from twenty past ten for six minutes. */
const QUIET = { ...SMALL_CENTRE.alarms, quiet: { fromMinute: 620, toMinute: 626 } };

/** Until the bell, which looks each second whether it has to ring, has done so twice. */
const TWO_LOOKS = `new Promise((done) => setInterval(() => { if ((window.looks = (window.looks ?? 0) + 1) === 2) done(); }, 1_000))`;

async function fits(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  expect(await page.evaluate(TOO_LARGE)).toEqual([]);
  expect(await page.evaluate(OVER_ONE_ANOTHER)).toEqual([0, 0, 0]);
}

/** The centre at work, with a console at each counter and a screen at all kiosks but one. */
async function fullHub() {
  const centre = { ...megaCentre(), hours: Array.from({ length: 7 }, () => [[480, 1_200]] as const) };
  const folder = testFolder();
  const bare = await bareHall(centre, folder);
  await fillHall(bare);
  bare.hall.close();
  const hub = await testHub({ centre, folder, clock: bare.clock });
  for (const { id } of centre.counters) operator(hub, id);
  for (const { id } of centre.kiosks.slice(1)) kiosk(hub, { kioskId: id, device: `kiosk-${id}` });
  return hub;
}

describe.skipIf(!CHROMIUM)('the live wall', () => {
  const { open } = useBrowser();

  async function watch(hub: HubAt) {
    const page = await open(`${hub.url}/manager/`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Alarms' }).waitFor();
    return page;
  }

  it('fits one screen with 48 counters, 17 services and six kiosks in two halls, empty, full and without its hub, in both languages', async () => {
    const empty = await watch(await testHub({ centre: megaCentre() }));
    await empty.getByText('nobody waiting').first().waitFor();
    await lookAt(empty, 'wall-empty-en');
    await fits(empty);
    await empty.getByRole('button', { name: 'اردو' }).click();
    await fits(empty);

    const hub = await fullHub();
    const page = await watch(hub);
    expect(await page.getByRole('region', { name: 'Today' }).locator('[data-part=means]').allTextContents()).toEqual([
      'tokens given out this day',
      'their visit has ended',
      'called, not come since',
    ]);
    await page
      .getByText(/By 20:00/)
      .nth(1)
      .waitFor();
    await page.locator('li[data-level=urgent]').first().waitFor();
    await lookAt(page, 'wall-full-en');
    await fits(page);
    expect(await page.locator('li[data-state]').count()).toBe(48 + 6);
    // Seventeen services, and the cash desk that most of them share.
    expect(await page.locator('tbody tr').count()).toBe(18);
    await page.getByRole('button', { name: 'اردو' }).click();
    await lookAt(page, 'wall-full-ur');
    await fits(page);
    await page.setViewportSize(SIZES.board);
    await fits(page);
    await page.setViewportSize(SIZES.console);
    expect(page.errors).toEqual([]);
    await hub.close();
    await page.getByText('مرکزی نظام سے رابطہ نہیں').waitFor({ timeout: 15_000 });
    await lookAt(page, 'wall-lost-ur');
    await fits(page);
    await page.getByRole('button', { name: 'English' }).click();
    await fits(page);
  }, 120_000);

  it('sounds an urgent alarm after the first touch, not while muted or in quiet hours, nor once somebody has seen it', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock, centre: { ...SMALL_CENTRE, alarms: QUIET } });
    const citizen = kiosk(hub);
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    const page = await watch(hub);
    // This browser lets every page be heard: it is told to want a touch first, as others do.
    await page.addInitScript(`let isOn = false; AudioContext.prototype.resume = async () => { isOn = true; };
      Object.defineProperty(AudioContext.prototype, 'state', { get: () => (isOn ? 'running' : 'suspended') })`);
    await page.reload();
    await page.getByText('All is well').waitFor();
    await page.evaluate(`window.tones = 0; OscillatorNode.prototype.start = ((start) => function (...args) {
      window.tones += 1; return start.apply(this, args); })(OscillatorNode.prototype.start)`);
    const tones = () => page.evaluate<number>('window.tones');
    await page.getByText('Touch once for sound').waitFor();
    await page.mouse.click(600, 700);
    await page.getByRole('button', { name: 'Sound on' }).click();
    await page.getByRole('button', { name: 'Sound is muted' }).waitFor();
    await citizen.done('issue', wishFor('fine'));
    clock.turnTo(MONDAY_TEN + 25 * MINUTE);
    const alarm = page.getByRole('listitem').filter({ hasText: 'Long wait' });
    await alarm.waitFor();
    await page.getByRole('link', { name: /Live wall.*alarm/ }).waitFor();
    expect(await tones()).toBe(0);
    await page.getByRole('button', { name: 'Sound is muted' }).click();
    await page.getByRole('button', { name: 'Quiet hours: no sound' }).waitFor();
    await page.evaluate(TWO_LOOKS);
    expect(await tones()).toBe(0);
    clock.turnTo(MONDAY_TEN + 26 * MINUTE);
    await expect.poll(tones).toBe(2);
    await lookAt(page, 'wall-one-alarm');
    for (const button of await page.getByRole('button', { name: /^Seen: / }).all()) await button.press('Enter');
    await alarm.getByText('seen by Nadia Hussain, 10:26').waitFor();
    await page.getByRole('link', { name: 'Live wall', exact: true }).waitFor();
    // Another console sees that it was seen, and by whom.
    const other = join(hub, { screen: 'manager', name: 'Sana' });
    const { alarms } = await other.see('wall', (wall) => wall.alarms.length > 0);
    expect(alarms.map(({ seen }) => seen?.by)).toEqual(alarms.map(() => 'Nadia Hussain'));
    expect(page.errors).toEqual([]);
  }, 60_000);
});
