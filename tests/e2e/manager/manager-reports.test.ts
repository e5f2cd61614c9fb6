import { plainDigits } from '../../../src/domain/person/cnic.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, playedHub } from '../../hub/reports/report-day.ts';
import { lookAgain, lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { undefinedFigures } from './undefined-figures.ts';

/** The map of waits has an hour at the head of each column. */
const isHour = (head: string): boolean => /^\d\d:00$/.test(plainDigits(head));

const TABLES = [
  ['Exceptions', 'Called out of order', 'jumps', 'Urgent need'],
  ['Arrivals and ends', 'Arrivals and ends', 'hours', '10:00'],
  ['Waits by weekday', 'Waits by weekday', 'heat', 'Mon,10:00'],
  ['Stages', 'Tokens at the counters', 'funnel', 'Document check'],
  ['Stages', 'Applications by stage', 'cases', 'Filing'],
  ['Counters of a day', 'Counters of the day', 'counters', 'Amna'],
] as const;

describe.skipIf(!CHROMIUM)('the reports of the manager', () => {
  const { open } = useBrowser();

  /** The console at its reports. */
  async function manage(hub: { readonly url: string }) {
    const page = await open(`${hub.url}/manager/#reports`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'People', exact: true }).waitFor();
    return page;
  }

  it(
    'show the figures of the day, sorted and narrowed as one wishes, and give them as a file',
    { timeout: 120_000 },
    async () => {
      const { hub } = await playedHub(0);
      const page = await manage(hub);
      await page.getByRole('row', { name: /Domicile 5 / }).waitFor({ timeout: 30_000 });
      const firstRow = page.locator('tbody tr').first();
      await page.getByRole('columnheader', { name: 'Tokens' }).getByRole('button').click();
      expect(await page.getByRole('columnheader', { name: 'Tokens' }).getAttribute('aria-sort')).toBe('descending');
      expect(await firstRow.textContent()).toContain('Domicile');
      await page.getByRole('columnheader', { name: 'Tokens' }).getByRole('button').click();
      await expect.poll(() => firstRow.textContent()).toContain('Traffic fine');

      await page.getByLabel('Add up by').selectOption({ label: 'Counter' });
      await page.getByRole('rowheader', { name: 'Counter 3' }).waitFor();
      await page.getByRole('combobox', { name: /^Service/ }).selectOption({ label: 'Domicile' });
      await page.getByRole('rowheader', { name: 'Counter 3' }).waitFor({ state: 'detached' });

      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSV', exact: true }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`small-${DAY}-${DAY}-by-counter.csv`);
      expect(readFileSync(await file.path(), 'utf8')).toContain('Counter 1');

      // Each other table has a link of its own beside it.
      for (const [sheet, title, table, said] of TABLES) {
        await page.getByRole('button', { name: sheet, exact: true }).click();
        const link = page.getByRole('link', { name: `CSV ${title}` });
        const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
        expect(saved.suggestedFilename()).toBe(`small-${DAY}-${DAY}-${table}.csv`);
        expect(readFileSync(await saved.path(), 'utf8')).toContain(said);
      }
      expect(page.errors).toEqual([]);
    },
  );

  it('look as they should in both languages, full and empty', { timeout: 240_000 }, async () => {
    const { hub } = await playedHub(8);
    const page = await manage(hub);
    await page.getByRole('rowheader', { name: 'Domicile' }).waitFor({ timeout: 30_000 });
    const sheets = page.getByRole('navigation').last().getByRole('button');
    const other = page.getByRole('button', { name: /^(English|اردو)$/ });
    expect(await sheets.count()).toBe(11);
    for (const [place, sheet] of (await sheets.all()).entries()) {
      await sheet.click();
      await page.getByText(/Asking the hub|مرکزی نظام سے پوچھا جا رہا ہے/).waitFor({ state: 'detached' });
      await lookAt(page, `manager-reports-${place}`);
      expect((await undefinedFigures(page)).filter((head) => !isHour(head))).toEqual([]);
      await other.click();
      await lookAgain(page, `manager-reports-${place}-other`);
      expect((await undefinedFigures(page)).filter((head) => !isHour(head))).toEqual([]);
    }
    // They are eleven: the last one was looked at in Urdu last.
    await page.getByRole('button', { name: 'لوگ', exact: true }).click();
    await page.getByRole('button', { name: 'پچھلی مدت' }).click();
    await page.getByText('اس مدت میں کچھ نہیں ہوا۔').waitFor();
    await lookAt(page, 'manager-reports-none-ur');
    await page.getByRole('button', { name: 'از – تا' }).click();
    await lookAt(page, 'manager-reports-span-ur');
    expect(page.errors).toEqual([]);
  });
});
