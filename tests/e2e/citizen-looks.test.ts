import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/citizen/words.ts';
import { CHROMIUM, useBrowser } from '../support/pages.ts';
import { DAY, hubWith, PHONE, phonesOf } from '../support/http/phones.ts';
import { kiosk, MONDAY_TEN, operator, wishFor } from '../support/test-hub.ts';

const WORD = WORDS.ur;

/** Waits for a text; then nothing is there that axe finds, and nothing wider than the phone, in both languages. */
async function look(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 15_000 });
  for (const other of ['English', 'اردو']) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map((one) => `${one.id} ${one.nodes[0]?.target.join(' ')}`);
    expect([text, ...found]).toEqual([text]);
    expect([text, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([text, 0]);
    await page.getByRole('button', { name: other }).click();
  }
}

describe.skipIf(!CHROMIUM)(
  'the page behind a slip has nothing that axe finds, and nothing wider than the phone',
  () => {
    const { open } = useBrowser();

    /** A token with its page, and a counter that serves it. */
    async function followed() {
      const { hub, clock, keyOf, pageOf } = await hubWith();
      const { tokenId = 0, label = '' } = await kiosk(hub).done('issue', wishFor('domicile'));
      const desk = operator(hub, 1);
      await desk.done('openCounter', { operator: 'Ali' });
      return { hub, clock, keyOf, page: await open(pageOf(tokenId), PHONE), desk, tokenId, label };
    }

    it('while one waits, wants to leave, is away for ten minutes, and has left', async () => {
      const { page } = await followed();
      await look(page, WORD.waiting);
      const press = (name: string) => page.getByRole('button', { name }).click();
      await press(WORD.leave);
      await look(page, WORD.leaveSure);
      await press(WORD.leaveNo);
      await press(WORD.later);
      await look(page, WORD.awayMore);
      await press(WORD.back);
      await press(WORD.leave);
      await press(WORD.leaveYes);
      await look(page, WORD.left);
      expect(page.errors).toEqual([]);
    }, 120_000);

    it('when one is called, did not come, is served, parked, done, and has said how it was', async () => {
      const { page, desk, tokenId } = await followed();
      await desk.done('call', {});
      await look(page, WORD.called);
      await desk.done('markNoShow', { tokenId });
      await look(page, WORD.noShow);
      await desk.done('undo', {});
      await desk.done('start', { tokenId });
      await look(page, WORD.serving);
      await desk.done('park', { tokenId, returnMinutes: null });
      await look(page, WORD.parked);
      await desk.done('resume', { tokenId });
      await desk.done('start', { tokenId });
      await desk.done('endVisit', { tokenId, reason: 'papersMissing' });
      await look(page, WORD.faceAsk);
      await page.getByRole('button', { name: WORD.good }).click();
      await look(page, WORD.faceThanks);
      expect(page.errors).toEqual([]);
    }, 120_000);

    it('with the stages of a journey, sent back, and late', async () => {
      const { page, clock, desk, tokenId, label } = await followed();
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
      await look(page, WORD.sentBackFor.trim());
      for (let i = 0; i < 2; i += 1) await finish();
      clock.turnTo(MONDAY_TEN + 4 * DAY);
      await look(page, /تاخیر/);
      expect(page.errors).toEqual([]);
    }, 120_000);

    it('where the code leads nowhere, and while the hub is silent', async () => {
      const { hub, page, keyOf, tokenId } = await followed();
      const nobodys = await open(`${phonesOf(hub)}/t/${keyOf(tokenId).slice(0, -1)}`, PHONE);
      await look(nobodys, WORD.unknown);
      await page.getByText('B-001').first().waitFor();
      await hub.close();
      await look(page, WORD.lost);
      // What it knew stays.
      expect(await page.getByText('B-001').count()).toBeGreaterThan(0);
    });
  },
);
