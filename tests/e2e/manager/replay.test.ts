import { describe, expect, it } from 'vitest';
import { playedHub } from '../../hub/reports/report-day.ts';
import { lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { undefinedFigures } from './undefined-figures.ts';

describe.skipIf(!CHROMIUM)('a past day on the manager’s console', () => {
  const { open } = useBrowser();

  async function manage(hub: { readonly url: string }, page: string) {
    const opened = await open(`${hub.url}/manager/#${page}`, SIZES.console, { reducedMotion: 'reduce' });
    await opened.getByLabel('Your name').fill('Nadia Hussain');
    await opened.keyboard.press('Enter');
    return opened;
  }

  it(
    'runs on a wall and on the board itself, at the speed and to the moment that one chooses',
    { timeout: 120_000 },
    async () => {
      const { hub } = await playedHub(0);
      const page = await manage(hub, 'replay');
      const time = page.getByRole('slider', { name: 'Time of the day' });
      await time.waitFor({ timeout: 30_000 });
      // Six citizens come in the first moment of that day, and one more later.
      const figures = page.getByText('issued').locator('..');
      await expect.poll(() => figures.textContent()).toContain('6');
      await time.focus();
      await page.keyboard.press('End');
      await expect.poll(() => figures.textContent()).toContain('7');
      await lookAt(page, 'replay-wall-en');
      await page.keyboard.press('Home');
      await expect.poll(() => figures.textContent()).toContain('6');
      await page.getByRole('button', { name: '240×' }).click();
      await page.getByRole('button', { name: 'Play' }).click();
      await expect.poll(() => figures.textContent()).toContain('7');

      await page.getByRole('button', { name: 'Board' }).click();
      const board = page.frameLocator('iframe');
      await board.getByText('Now calling').waitFor();
      await expect.poll(() => board.locator('main').textContent()).toMatch(/B-002/);
      await page.getByRole('button', { name: 'اردو' }).click();
      await lookAt(page, 'replay-board-ur');
      await page.getByRole('button', { name: 'نگرانی' }).click();
      await lookAt(page, 'replay-wall-ur');
      expect(page.errors).toEqual([]);
    },
  );

  it('is told as it was and as it would have been, side by side', { timeout: 120_000 }, async () => {
    const { hub } = await playedHub(20);
    const page = await manage(hub, 'what-if');
    const go = page.getByRole('button', { name: 'Play the day' });
    await go.waitFor({ timeout: 30_000 });
    await go.click();
    await page.getByText('Nothing is changed').waitFor({ timeout: 30_000 });
    const pairs = page.locator('[data-same]');
    expect(await pairs.count()).toBeGreaterThan(8);
    expect(await page.locator('[data-same=false]').count()).toBe(0);
    await page.getByLabel('one counter less').selectOption({ label: 'Counter 1' });
    await page.getByLabel('another promised wait for').selectOption({ label: 'Traffic fine' });
    await page.getByLabel('minutes').fill('1');
    await go.click();
    await page.locator('[data-same=false]').first().waitFor();
    expect(await undefinedFigures(page)).toEqual([]);
    await lookAt(page, 'what-if-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await lookAt(page, 'what-if-ur');
    expect(page.errors).toEqual([]);
  });
});
