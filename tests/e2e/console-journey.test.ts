import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { writeTrackingNumber } from '../../src/domain/journeys/tracking-number.ts';
import { NO_FEEDS } from '../../src/hub/feeds.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../support/bookings/bookings.ts';
import { lahore } from '../support/lahore.ts';
import { lookAt } from '../support/look-at.ts';
import { pause } from '../support/pause.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const press = async (page: Page, key: string) => (await pause(), page.keyboard.press(key));
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

const MINUTE = 60_000;

async function hall() {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ centre: lahore(), clock, feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
  return { hub, clock };
}

/** What does not fit: whatever scrolls, is cut, or stands higher than its button. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const shown = [...document.querySelectorAll('button, button span, h1, h2, p, li, td, th, aside, section, dd')]
      .filter((one) => !one.closest('.visually-hidden') && getComputedStyle(one).display !== 'inline');
    const cut = (one) => one.scrollWidth > one.clientWidth + 1 ||
      (getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 3);
    const high = (one) => one.parentElement.tagName === 'BUTTON' && one.offsetHeight > one.parentElement.clientHeight + 2;
    const page = document.documentElement.scrollHeight > innerHeight ? ['the page'] : [];
    return [...page, ...shown.filter((one) => cut(one) || high(one)).map((one) => one.tagName + ' ' + one.textContent)];
  })()`);

describe.skipIf(!CHROMIUM)('a journey at the real console', () => {
  const { open } = useBrowser();

  it('goes on at the same counter, then says and keeps saying where the citizen is sent', async () => {
    const { hub } = await hall();
    await kiosk(hub).done('issue', { ...wishFor('domicile'), serviceIds: ['domicile', 'e-sahulat'] });
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    const journey = page.getByRole('list', { name: 'Journey of this visit' });
    await press(page, 'Space');
    await button(page, 'Start serving').waitFor();
    expect(await journey.getByRole('listitem').allTextContents()).toEqual([
      'now:Document check',
      'to come:Filing',
      'to come:Identity check',
      'to come:Photograph and biometrics',
      'to come:Fee assessment',
      'to come:Fee payment',
    ]);
    expect(await page.getByText('Then: e-Sahulat').count()).toBe(1);
    await page.getByText('CNIC matches the person').waitFor();
    await press(page, 'Space');
    await button(page, 'Go on here: Filing').waitFor();
    expect(await button(page, /^Finish → Filing, counters 1–5, 11–15/).isDisabled()).toBe(false);
    await press(page, 'Space');
    await button(page, 'Go on here: Identity check').waitFor();
    await press(page, 'Space');
    await button(page, 'Go on here: Photograph and biometrics').waitFor();
    const view = await ali.see('counter', ({ current }) => current?.stageId === 'identity-check');
    const tracking = writeTrackingNumber(view.current?.trackingNumber ?? '');
    await page.getByText(tracking).waitFor();
    await press(page, 'Space');
    await button(page, 'Go on here: Fee assessment').waitFor();
    await press(page, 's');
    await page.getByRole('heading', { name: 'Free' }).waitFor();
    await ali.done('jump', { label: 'B-001', reason: 'managerAsked' });
    await press(page, 'Space');
    expect(await journey.getByText('left out:').count()).toBe(1);
    await button(page, 'Finish → Fee payment, counters 26–28').waitFor();
    expect(await button(page, 'Finish, go on elsewhere').isDisabled()).toBe(true);
    await press(page, 'Space');
    await page.getByText('B-001 goes to').waitFor();
    await page.getByText('counters 26–28 · Hall 2').waitFor();
    await page.getByText(`Tracking number ${tracking}`).waitFor();
    // Still told while the next one is there.
    await kiosk(hub).done('issue', wishFor('domicile'));
    await press(page, 'Space');
    await page.getByText('B-002', { exact: true }).first().waitFor();
    await button(page, 'Start').waitFor();
    expect(await page.getByText('B-001 goes to').isVisible()).toBe(true);
    expect(page.errors).toEqual([]);
  });

  it('sends back with two keys, with a reason that the next operator reads in their language', async () => {
    const { hub } = await hall();
    await kiosk(hub).done('issue', wishFor('domicile'));
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    const tokenId = (await ali.done('call', {})).tokenId ?? 0;
    await ali.done('start', { tokenId });
    await ali.done('finish', { tokenId, thenCall: false, stay: true });
    await ali.done('finish', { tokenId, thenCall: false, stay: true });
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    await button(page, 'Go on here: Photograph and biometrics').waitFor();
    await press(page, 'b');
    await page.getByRole('radio', { name: 'Filing' }).waitFor();
    await press(page, '1');
    await page.getByText('goes to').waitFor();
    await page.getByText('Filing · Domicile').waitFor();
    await ali.done('jump', { label: 'B-001', reason: 'managerAsked' });
    await page.getByText('Sent back from Identity check: Photograph missing').waitFor();
    await button(page, 'اردو').click();
    await page.getByText('شناخت کی تصدیق سے واپس: تصویر موجود نہیں').waitFor();
    await press(page, 'v');
    await page.getByRole('dialog').waitFor();
    await press(page, '5');
    await page.keyboard.type('wrong hall 2');
    await page.keyboard.press('Enter');
    await ali.see('counter', ({ current }) => current === null);
    expect(page.errors).toEqual([]);
  });

  it('checks in by code, CNIC, and phone with the code’s end, and says every refusal in words', async () => {
    const { hub, clock } = await hall();
    const booking = (number: number, slot: string) =>
      bookingWith({
        sourceId: `LHR-000${number}`,
        cnic: `352021234500${number}`,
        phone: `0300123450${number}`,
        slotAt: `2026-11-23T${slot}:00+05:00`,
      });
    await pushBookings(
      hub,
      [booking(1, '10:15'), booking(2, '10:30'), booking(3, '10:00'), booking(4, '15:00')],
      clock.at(),
    );
    await kiosk(hub).done('issue', wishFor('domicile'));
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    const dialog = page.getByRole('dialog');
    const field = page.getByLabel('Appointment code, CNIC, phone, token or tracking number');
    const type = async (text: string, more?: string) => {
      await field.fill(text);
      if (more !== undefined) await page.getByLabel('Last 4 of the appointment code').fill(more);
      await press(page, 'Enter');
    };
    const letIn = async (text: string, more?: string) => {
      await press(page, 'i');
      await type(text, more);
      await dialog.getByRole('button', { name: 'Close' }).waitFor();
      await dialog.getByText(/^B-\d{3}$/).waitFor();
      const said = (await dialog.textContent()) ?? '';
      await press(page, 'Enter');
      await dialog.waitFor({ state: 'detached' });
      return said;
    };
    expect(await letIn('lhr-0001')).toMatch(/B-002.*Domicile.*10:15.*Document check, counters 1–5, 11–15/s);
    expect(await letIn('35202-1234500-2')).toMatch(/B-003.*10:30/s);
    expect(await letIn('0300 1234503', '0003')).toMatch(/B-004.*10:00/s);
    await press(page, 'i');
    for (const [typed, said] of [
      ['LHR-0001', 'You are checked in already. Your token is B-002.'],
      ['LHR-0004', 'You are early: check-in begins at 14:30, for your slot at 15:00.'],
      ['LHR-9999', 'No appointment was found with that.'],
      ['B-001', 'The token has moved on'],
    ] as const) {
      await type(typed);
      await dialog.getByText(said).waitFor();
    }
    await field.fill('26-0000001-1');
    await dialog.getByText('A digit of this tracking number is wrong.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Check in' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    // The one whose slot is now goes by its promise; those to come stand last, the nearest first.
    const rows = page.getByRole('table', { name: /Waiting for you/ }).getByRole('row');
    await rows.nth(3).waitFor();
    const listed = await rows.allTextContents();
    expect(listed.slice(-2)).toEqual([
      expect.stringMatching(/^B-002Domicile.*Document check.*10:15.*not yet$/),
      expect.stringMatching(/^B-003Domicile.*Document check.*10:30.*not yet$/),
    ]);
    expect(page.errors).toEqual([]);
  });

  it('lets in by tracking number who comes for what is ready, and by its number a token of yesterday', async () => {
    const { hub, clock } = await hall();
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    await kiosk(hub).done('issue', wishFor('birth'));
    await kiosk(hub).done('issue', wishFor('domicile'));
    const tokenId = (await ali.done('jump', { label: 'L-001', reason: 'managerAsked' })).tokenId ?? 0;
    await ali.done('start', { tokenId });
    for (let stage = 0; stage < 2; stage += 1)
      await ali.done('finish', { tokenId, thenCall: false, stay: true }).catch(() => ({}));
    const cash = operator(hub, 26);
    await cash.done('openCounter', { operator: 'Sana' });
    await cash.done('call', {});
    await cash.done('start', { tokenId });
    const { trackingNumber = '' } = await cash.done('finish', { tokenId, thenCall: false });
    await ali.done('advanceApplication', { trackingNumber, stageId: 'verification', how: 'done' });
    clock.turnTo(clock.at() + 24 * 60 * MINUTE);
    await ali.done('takeBreak', {});
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    const letIn = async (typed: string) => {
      await press(page, 'i');
      await page.getByLabel('Appointment code, CNIC, phone, token or tracking number').fill(typed);
      await press(page, 'Enter');
      await page.getByRole('dialog').getByText('Goes to').waitFor();
      const said = await page.getByRole('dialog').textContent();
      await press(page, 'Escape');
      return said;
    };
    expect(await letIn(writeTrackingNumber(trackingNumber))).toMatch(/L-\d{3}.*Birth Certificate.*Delivery, counters/s);
    expect(await letIn('b1')).toMatch(/B-001.*Domicile.*Document check/s);
    expect(page.errors).toEqual([]);
  });

  it.each(['en', 'ur'] as const)(
    'fits its screen with every key, and nothing moves between states (%s)',
    async (language) => {
      const { hub, clock } = await hall();
      const ali = operator(hub, 1);
      await pushBookings(hub, [bookingWith({ needs: ['elder', 'infant'] })], clock.at());
      for (const id of ['domicile', 'character', 'birth', 'marriage', 'divorce', 'death'])
        for (let i = 0; i < 3; i += 1)
          await kiosk(hub).done('issue', wishFor(id, i === 0 ? ['elder', 'disabled', 'infant'] : []));
      await kiosk(hub).done('checkInBooking', { by: { kind: 'code', code: 'LHR-0001' } });
      const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console, { reducedMotion: 'reduce' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (language === 'ur') await button(page, 'اردو').click();
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      const places = () =>
        page.evaluate<string>(
          `JSON.stringify([...document.querySelectorAll('[data-action]')].map((one) => [one.dataset.action, Math.round(one.getBoundingClientRect().x), Math.round(one.getBoundingClientRect().y)]))`,
        );
      const first = await places();
      let state = 0;
      const look = async () => {
        await pause();
        await lookAt(page, `console-journey-${(state += 1)}-${language}`);
        expect([state, await misfits(page)]).toEqual([state, []]);
        expect([state, await places()]).toEqual([state, first]);
      };
      await look();
      await ali.done('openCounter', { operator: 'Ali' });
      await look();
      const tokenId = (await ali.done('jump', { label: 'B-001', reason: 'managerAsked' })).tokenId ?? 0;
      await look();
      await ali.done('start', { tokenId });
      await look();
      for (let stage = 0; stage < 3; stage += 1) await ali.done('finish', { tokenId, thenCall: false, stay: true });
      await ali.done('setAutoCall', { isOn: true });
      await look();
      await ali.done('setAutoCall', { isOn: false });
      await ali.done('sendBack', { tokenId, stageId: 'document-check', reason: 'signature missing' });
      await look();
      await ali.done('jump', { label: 'B-001', reason: 'managerAsked' });
      await press(page, 'r');
      await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
      await look();
    },
  );

  it.each(['en', 'ur'] as const)(
    'asks each of its questions in a dialog that is clean by axe (%s)',
    async (language) => {
      const { hub } = await hall();
      const ali = operator(hub, 1);
      await kiosk(hub).done('issue', wishFor('domicile'));
      await kiosk(hub).done('issue', wishFor('domicile'));
      await ali.done('openCounter', { operator: 'Ali' });
      await ali.done('call', {});
      await ali.done('park', { tokenId: 1, returnMinutes: null });
      const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console, { reducedMotion: 'reduce' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (language === 'ur') await button(page, 'اردو').click();
      const ask = async (keys: string) => {
        for (const key of keys) {
          await press(page, key);
          await page.getByRole('dialog').waitFor();
          await lookAt(page, `console-question-${key}-${language}`);
          await press(page, 'Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        }
      };
      await ask('uciw');
      await ali.done('call', {});
      await button(page, language === 'en' ? 'Start serving' : 'خدمت شروع').waitFor();
      await ask('e');
      await ali.done('start', { tokenId: 2 });
      for (let stage = 0; stage < 2; stage += 1) await ali.done('finish', { tokenId: 2, thenCall: false, stay: true });
      await button(page, language === 'en' ? 'Send back' : 'واپس بھیجیں').waitFor();
      await ask('ptkbv');
      expect(page.errors).toEqual([]);
    },
  );
});
