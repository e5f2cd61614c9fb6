import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runStandby } from '../../../src/hub/standby/run-standby.ts';
import { MIGRATIONS, SCREENS, testFolder } from '../../support/folder.ts';
import { hubWithStandby } from '../../support/standby.ts';
import { lookAgain, lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { approved, SECOND_PIN } from '../../support/staff.ts';
import { hubWithKiosk, kioskMachine } from '../../support/alone.ts';

/** A standby that nobody has let in yet. */
async function unpaired() {
  const net = await hubWithKiosk();
  const places = { migrations: MIGRATIONS, screens: SCREENS };
  const address = 'https://127.0.0.1:4999';
  const standby = await runStandby({ of: net.url, folder: testFolder(), port: 0, address, ...places });
  onTestFinished(() => standby.close());
  return { ...net, standby };
}

/** As if files were still to come, and the hub had been put back since: `tests/hub/standby` makes both so. */
async function inTrouble(page: Page): Promise<void> {
  await page.route('**/api/standby', async (route) => {
    const { ok, value } = (await (await route.fetch()).json()) as { readonly ok: boolean; readonly value: object };
    await route.fulfill({ json: { ok, value: { ...value, filesMissing: 3, isOtherLog: true } } });
  });
  await page.getByText('This copy follows no more').waitFor();
  await page.getByText('3 files of the boards’ pictures and voices').waitFor();
  await lookAt(page, 'standby-other-log-en');
  await page.getByRole('button', { name: 'اردو' }).click();
  await page.getByText('یہ نقل اب ساتھ نہیں چلتی').waitFor();
  await lookAgain(page, 'standby-other-log-ur');
  await page.getByRole('button', { name: 'English' }).click();
  await page.unroute('**/api/standby');
  await page.getByText('Nothing is missing').waitFor();
}

describe.skipIf(!CHROMIUM)('the page of a standby hub', () => {
  const { open } = useBrowser();

  it('shows a code and six words, and follows once they are said to be the same', { timeout: 60_000 }, async () => {
    const { standby, manager, url } = await unpaired();
    const page = await open(`${standby.url}/standby/`, SIZES.console, { reducedMotion: 'reduce' });
    const code = page.getByText(/^\d{6}$/);
    await code.waitFor();
    const same = page.getByRole('button', { name: 'The words are the same' });
    expect(await same.isDisabled()).toBe(true);
    expect(await page.getByRole('listitem').count()).toBe(6);
    await lookAt(page, 'standby-pairing-en');
    const typed = (await code.textContent()) ?? '';
    await approved(manager, 'pairDevice', { code: typed, name: 'Standby', kind: 'standby', place: null });
    await same.click();
    await page.getByText(`It follows the hub at ${url}.`).waitFor();
    expect(page.errors).toEqual([]);
  });

  it(
    'shows how it stands and who still reaches the other hub, and makes it the hub by a second PIN',
    { timeout: 60_000 },
    async () => {
      const { standby, pairKiosk, asHub } = await hubWithStandby();
      kioskMachine(await pairKiosk());
      const page = await open(`${standby.url}/standby/`, SIZES.console, { reducedMotion: 'reduce' });
      await page.getByText('Nothing is missing').waitFor();
      await page.getByText('reaches the old hub').waitFor();
      await lookAt(page, 'standby-en');
      await page.getByRole('button', { name: 'اردو' }).click();
      await page.getByText('کچھ باقی نہیں').waitFor();
      await lookAgain(page, 'standby-ur');
      await page.getByRole('button', { name: 'English' }).click();
      await inTrouble(page);
      const go = page.getByRole('button', { name: 'Make this machine the hub' });
      expect(await go.isDisabled()).toBe(true);
      await page.getByLabel('Second PIN').fill('999111');
      await page.getByText('The old hub ends with this').click();
      await go.click();
      await page.getByText('That is not the right PIN').waitFor();
      await page.getByLabel('Second PIN').fill(SECOND_PIN);
      await go.click();
      await page.getByText(/becomes the hub|One moment/).waitFor();
      await lookAt(page, 'standby-taking-en');
      const { hub } = await asHub(standby.port);
      await page.getByText('This machine is the hub now.').waitFor();
      await page.getByRole('link', { name: 'To its screens' }).click();
      await page.waitForURL(`${hub.url}/`);
      expect(
        page.errors.filter((line) => !/400|404|ERR_CONNECTION_(?:REFUSED|RESET)|ERR_EMPTY_RESPONSE/.test(line)),
      ).toEqual([]);
    },
  );
});
