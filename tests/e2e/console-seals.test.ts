import { spawnSync } from 'node:child_process';
import { join as path } from 'node:path';
import { serviceDayOf } from '../../src/domain/calendar/service-day.ts';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/folder.ts';
import { lahore } from '../support/lahore.ts';
import { lookAt } from '../support/look-at.ts';
import { morningClock } from '../support/morning-clock.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { kiosk, testHub, wishFor } from '../support/test-hub.ts';

/** Another head of the same number than the hub's, as a page finds it that was here before the log was changed. */
const SEEN_ANOTHER = `(() => {
  const key = Object.keys(localStorage).find((name) => name.startsWith('markaz.heads.'));
  const kept = JSON.parse(localStorage.getItem(key));
  kept.heads.push({ ...kept.heads.pop(), seq: 900, hash: 'ab12'.repeat(16) });
  localStorage.setItem(key, JSON.stringify(kept));
})()`;

const MISSING_FACES = `[...document.fonts].filter(({ status }) => status !== 'loaded').length`;

describe.skipIf(!CHROMIUM)('the seals that a console keeps', () => {
  const { open } = useBrowser();

  it('are shown where it says that it is live, also without the hub, so that the log can be held against them', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    await kiosk(hub).done('issue', wishFor('domicile'));
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Live' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(serviceDayOf(morningClock.at(), lahore())).waitFor();
    await lookAt(page, 'console-seals-en');
    // While it stands open, the key that opens the counter closes the dialog alone.
    await page.keyboard.press('Space');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'This counter is closed' }).waitFor();

    await page.evaluate(SEEN_ANOTHER);
    await page.reload();
    await page.getByRole('button', { name: 'Live' }).click();
    await dialog.getByText('Seen before the log went back').waitFor();
    await dialog.getByText('900: ab12 ab12 ab12 ab12').waitFor();
    // Urdu was not shown yet: its letters have to be here before the hub goes.
    await expect.poll(() => page.evaluate(MISSING_FACES)).toBe(0);
    await hub.close();
    await page.getByText('No connection to the hub').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'اردو' }).click();
    await page.getByRole('button', { name: 'رابطہ نہیں' }).click();
    await dialog.getByText('900: ab12 ab12 ab12 ab12').waitFor();
    await lookAt(page, 'console-seals-ur');
    const [kept = '', before = ''] = await dialog.locator('dd').allTextContents();
    const script = path(ROOT, 'scripts/verify/verify.ts');
    const verify = (head: string) =>
      spawnSync(process.execPath, [script, '--data', hub.folder, '--against', head]).status;
    expect([verify(kept), verify(before)]).toEqual([0, 1]);
  });
});
