import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NO_FEEDS } from '../../src/hub/feeds.ts';
import type { TokenView } from '../../src/protocol/views/views.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../support/bookings/bookings.ts';
import { CITIZEN_PAGE } from '../support/folder.ts';
import { CHROMIUM, useBrowser } from '../support/pages.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';
import { DAY, hubWith, MINUTE, PHONE, phonesOf, shortWay } from '../support/http/phones.ts';

/** The stages whose dot is not in the middle of their name's line, or not on its side (a script for the page). */
const dotsBeside = (side: 'left' | 'right') => `[...document.querySelectorAll('.timeline li')].flatMap((stage) => {
  const { top, height, ${side}: from } = getComputedStyle(stage, '::before');
  const middle = stage.querySelector('.stage').offsetHeight / 2;
  const off = Math.abs(Number.parseFloat(top) + Number.parseFloat(height) / 2 - middle);
  return off < 1.5 && from === '4px' ? [] : [[stage.textContent, off, from]];
})`;

describe.skipIf(!CHROMIUM)('the page behind a slip', () => {
  const { open } = useBrowser();

  it('tells in Urdu how long, how many and where, and stays in English once that is chosen', async () => {
    const { hub, pageOf } = await hubWith();
    const citizen = kiosk(hub);
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    const wish = { ...wishFor('domicile'), serviceIds: ['domicile', 'e-stamp'] };
    const { tokenId } = await citizen.done('issue', wish);
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByText('متوقع انتظار').waitFor({ timeout: 20_000 });
    expect(await page.evaluate('document.fonts.check("18px \\"Markaz Urdu\\"", "ٹوکن")')).toBe(true);
    for (const text of ['B-004', '۳ افراد', 'کاغذات کی جانچ', 'ای اسٹامپ کا اجراء'])
      expect([text, await page.getByText(text).count()]).toEqual([text, 1]);
    expect(await page.locator('dd').first().textContent()).toMatch(/^[۰-۹]+\sتا\s[۰-۹]+\sمنٹ/);
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    await page.getByText('3 people').waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect(await page.locator('main').textContent()).toMatch(/counters 1\u2060–\u20605, 11\u2060–\u206015.*e-Stamp/s);
    expect(page.errors).toEqual([]);
  });

  it('says aloud and in its title that the citizen is called, and what comes after', async () => {
    const { hub, clock, pageOf } = await hubWith();
    const { tokenId = 0 } = await kiosk(hub).done('issue', wishFor('domicile'));
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByRole('button', { name: 'بلاوے پر گھنٹی اور تھرتھراہٹ' }).click();
    await page.getByText('بلاوے پر یہ فون بجے گا').waitFor();
    const see = (text: string) => page.getByRole('heading', { name: text }).waitFor({ timeout: 10_000 });
    await see('براہ کرم اپنی باری کا انتظار کریں');
    const here = operator(hub, 7);
    const desk = operator(hub, 2);
    await desk.done('openCounter', { operator: 'Ali' });
    await desk.done('call', {});
    await see('ابھی کاؤنٹر پر تشریف لے جائیں');
    expect(await page.locator('[role=alert]:not([hidden])').allTextContents()).toEqual([
      'B-001: ابھی کاؤنٹر 2 پر جائیں',
    ]);
    expect(await page.title()).toBe('B-001: ابھی کاؤنٹر 2 پر جائیں');
    await page.evaluate('navigator.vibrate = () => { window.buzzed = true; return true; }');
    await page.getByRole('button', { name: 'English' }).click();
    clock.turnTo(clock.at() + MINUTE);
    await desk.done('recall', { tokenId });
    await expect.poll(() => page.evaluate('window.buzzed'), { timeout: 10_000 }).toBe(true);
    expect(await page.locator('[role=alert]:not([hidden])').textContent()).toBe('B-001: go to counter 2 now\u00a0');
    await page.getByRole('button', { name: 'اردو' }).click();
    await desk.done('markNoShow', { tokenId });
    await see('آپ کو بلایا گیا مگر آپ نہیں آئے');
    expect(await page.locator('[role=alert]:not([hidden])').allTextContents()).toEqual(['']);
    await desk.done('undo', {});
    await desk.done('start', { tokenId });
    await see('آپ کا کام ہو رہا ہے');
    await desk.done('park', { tokenId, returnMinutes: null });
    await see('آپ کی جگہ محفوظ ہے');
    await desk.done('leave', { tokenId });
    await see('یہ ٹوکن ختم ہو چکا ہے');
    here.socket.close();
    expect(page.errors).toEqual([]);
  }, 90_000);

  it('follows an application through returns, the back office and a delay, until it is ready', async () => {
    const { hub, clock, keyOf, pageOf } = await hubWith();
    const { tokenId = 0, label = '' } = await kiosk(hub).done('issue', wishFor('domicile'));
    const desk = operator(hub, 1);
    await desk.done('openCounter', { operator: 'Ali' });
    const sit = async () => {
      await desk.done('jump', { label, reason: 'test' });
      await desk.done('start', { tokenId });
    };
    const finish = async () => {
      await sit();
      await desk.done('finish', { tokenId, thenCall: false });
    };
    for (let i = 0; i < 2; i += 1) await finish();
    await sit();
    await desk.done('sendBack', { tokenId, stageId: 'filing', reason: 'photographMissing' });
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByRole('button', { name: 'English' }).click();
    const see = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 10_000 });
    await see('Now: Filing');
    await see('Photograph missing');
    for (let i = 0; i < 2; i += 1) await finish();
    await see('Now: Department verification');
    expect(await page.locator('.tracking .num').textContent()).toMatch(/^26-\d{7}-\d$/);
    expect(await page.locator('.timeline li').count()).toBe(7);
    const looks = '[...document.querySelectorAll(".timeline li")].map((one) => one.dataset.look).join(" ")';
    expect(await page.evaluate(looks)).toBe('done done done done now ahead ahead');
    for (const [other, side] of [
      ['اردو', 'left'],
      ['English', 'right'],
    ] as const) {
      expect(await page.evaluate(dotsBeside(side))).toEqual([]);
      await page.getByRole('button', { name: other }).click();
    }
    clock.turnTo(MONDAY_TEN + 4 * DAY);
    await see(/\d days? late\. It was due by Tue 24 Nov, 22:00/);
    const answer = await (await fetch(`${phonesOf(hub)}/api/tokens/${keyOf(tokenId)}`)).json();
    const { trackingNumber = '' } = (answer as { readonly token: TokenView }).token.application ?? {};
    await join(hub, { screen: 'manager', name: 'Sana' }).done('advanceApplication', {
      trackingNumber,
      stageId: 'verification',
      how: 'done',
    });
    await see('Ready. Please come and collect it.');
    expect(page.errors).toEqual([]);
  }, 90_000);

  it('names the slot of an appointment, and how a token lives on at the turn of the day', async () => {
    const { hub, clock, pageOf } = await hubWith({ feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
    await pushBookings(hub, [bookingWith()], clock.at());
    const by = { kind: 'code', code: 'LHR-0001' } as const;
    const { tokenId } = await kiosk(hub).done('checkInBooking', { by });
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByText('آپ کی اپائنٹمنٹ').waitFor();
    expect(await page.getByText('۱۰:۱۵', { exact: true }).count()).toBe(1);
    clock.turnTo(MONDAY_TEN + DAY);
    await page.getByRole('heading', { name: 'آپ کا ٹوکن اب بھی کارآمد ہے' }).waitFor({ timeout: 15_000 });
  });

  it('says "or longer" of an open-ended wait, and nothing of one that nobody can tell', async () => {
    const { hub, pageOf } = await hubWith();
    const { tokenId } = await kiosk(hub).done('issue', wishFor('domicile'));
    let wait: TokenView['wait'] = { fromMinutes: 50, toMinutes: 110, isOpenEnded: true };
    const page = await open('about:blank', PHONE);
    // A phone that hears no server-sent events asks again and again.
    await page.route('**/events', (route) => route.abort());
    await page.route('**/api/tokens/*', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { readonly token: TokenView };
      await route.fulfill({ response, json: { ...answer, token: { ...answer.token, wait } } });
    });
    await page.goto(pageOf(tokenId));
    await page.getByText('یا زیادہ').waitFor();
    wait = null;
    await page.getByText('متوقع انتظار').waitFor({ state: 'detached', timeout: 10_000 });
    expect(await page.getByText('آپ سے پہلے').count()).toBe(1);
  });

  it('says within ten seconds that the hub is silent, keeps what it knew, and recovers by itself', async () => {
    const { hub, clock, pageOf } = await hubWith();
    const { tokenId } = await kiosk(hub).done('issue', wishFor('domicile'));
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByText('B-001').first().waitFor();
    await hub.close();
    const bar = page.getByText('مرکز سے رابطہ نہیں');
    await bar.waitFor({ timeout: 10_000 });
    expect(await page.getByText('B-001').count()).toBeGreaterThan(0);
    await testHub({ centre: shortWay(), clock, folder: hub.folder, citizenPort: hub.citizenPort });
    await bar.waitFor({ state: 'hidden', timeout: 10_000 });
  });

  it('has a page of its own for a key that nobody was given', async () => {
    const { hub, keyOf } = await hubWith();
    const { tokenId } = await kiosk(hub).done('issue', wishFor('domicile'));
    const page = await open(`${phonesOf(hub)}/t/${keyOf(tokenId).slice(0, -1)}`, PHONE);
    await page.getByRole('heading', { name: 'اس کوڈ سے کوئی ٹوکن نہیں ملا' }).waitFor();
    expect(await page.getByText('B-001').count()).toBe(0);
  });

  it('runs without what a phone of 2020 lacks', async () => {
    const { hub, pageOf } = await hubWith();
    const { tokenId } = await kiosk(hub).done('issue', wishFor('domicile'));
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    const page = await open('about:blank', PHONE);
    // Newer than Chrome 80, by the tables of MDN.
    await page.addInitScript(`
      for (const name of ['at', 'toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex'])
        delete Array.prototype[name];
      for (const name of ['replaceAll', 'at', 'isWellFormed']) delete String.prototype[name];
      for (const name of ['hasOwn', 'groupBy']) delete Object[name];
      for (const name of ['replaceChildren', 'checkVisibility']) delete Element.prototype[name];
      for (const name of ['any', 'withResolvers', 'try']) delete Promise[name];
      delete AbortSignal.timeout; delete AbortSignal.any; delete crypto.randomUUID; delete globalThis.structuredClone;
    `);
    await page.goto(pageOf(tokenId));
    await page.getByText('متوقع انتظار').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('counters 1\u2060–\u20605, 11\u2060–\u206015').waitFor();
    expect(page.errors).toEqual([]);
  });

  it('weighs less than 60 kB without its fonts', () => {
    const at = (path: string) => readFileSync(joinPath(CITIZEN_PAGE, path));
    const html = at('citizen/index.html').toString();
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.length).toBeGreaterThan(1);
    const weight = files.reduce((sum, file) => sum + gzipSync(at(file)).length, 0);
    expect(weight).toBeLessThan(60_000);
  });
});
