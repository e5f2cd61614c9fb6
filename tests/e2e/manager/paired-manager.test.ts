import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { unzip } from '../../support/files/unzip.ts';
import { ROOT } from '../../support/folder.ts';
import { inShell, ORIGIN } from '../../support/in-shell.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { networked } from '../../support/networked.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { PIN, SECOND_PIN } from '../../support/staff.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const goTo = (page: Page, name: string) => page.goto(`${ORIGIN}/manager/#${name}`);

/** Saves what a control gives; gives its name and where it lies. */
async function saved(page: Page, control: ReturnType<typeof button>) {
  const [file] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

describe.skipIf(!CHROMIUM)('a manager on a paired machine', () => {
  const { open } = useBrowser();

  it('saves reports, seals and the centre, and sends a picture, with no network', { timeout: 120_000 }, async () => {
    const net = await networked({}, { centre: lahore() });
    const { code, paired } = await net.begin();
    await net.grant(code, 'manager', null);
    const page = await open('about:blank', SIZES.console, { reducedMotion: 'reduce' });
    const elsewhere = await inShell(page, await paired);
    await goTo(page, 'reports');
    await page.getByRole('combobox', { name: 'Your name' }).fill('San');
    await page.getByRole('option', { name: 'Sana' }).click();
    await page.getByLabel('PIN').fill(PIN);
    await page.keyboard.press('Enter');

    const csv = page.getByRole('link', { name: 'CSV', exact: true });
    const report = await saved(page, csv);
    expect(report.name).toMatch(/^lahore-.*-by-service\.csv$/);
    expect(readFileSync(report.path, 'utf8')).toContain('Service');
    // A hub that is just away: it is said, and the page is still there.
    await page.route('**/reports/**', (route) => route.fulfill({ status: 502 }));
    await csv.click();
    await page.getByRole('alert').getByText('The hub did not give the file.').waitFor();
    await lookAt(page, 'paired-manager-no-report-en');
    await page.unroute('**/reports/**');
    await saved(page, csv);
    await page.getByRole('alert').waitFor({ state: 'detached' });

    await goTo(page, 'records');
    expect((await saved(page, button(page, 'Save the seals as a file'))).name).toMatch(/^markaz-heads-.*\.json$/);

    await goTo(page, 'set-up');
    await button(page, /^Texts and pictures/).click();
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Add pictures or videos').click();
    const picture = join(ROOT, 'docs/pictures/kiosk.png');
    await (await chooser).setFiles(picture);
    await page.getByLabel('Second PIN', { exact: true }).fill(SECOND_PIN);
    await button(page, 'Approve').click();
    await button(page, 'Remove kiosk.png').waitFor();

    await button(page, /^Save and read/).click();
    const centre = await saved(page, button(page, 'Save the file'));
    expect(centre.name).toBe('lahore.zip');
    expect([...unzip(readFileSync(centre.path)).keys()]).toEqual(expect.arrayContaining(['media/kiosk.png']));
    expect(elsewhere).toEqual([]);
    expect(page.errors.filter((line) => !line.includes('502'))).toEqual([]);
  });
});
