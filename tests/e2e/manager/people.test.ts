import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { pair, type Shown } from '../../../src/hub/paired/pair.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { pause } from '../../support/pause.ts';
import { scanDigits } from '../../support/scan.ts';
import { GIVEN, PIN, SECOND_PIN } from '../../support/staff.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

/** Gives a second PIN where it is asked for; the only one who can is chosen already. */
async function approve(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'A second PIN is needed' });
  await dialog.getByLabel('Second PIN', { exact: true }).fill(SECOND_PIN);
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function signIn(page: Page, name: string, pin = PIN): Promise<void> {
  await page.getByRole('combobox', { name: 'Your name' }).fill(name.slice(0, 3));
  await page.getByRole('option', { name }).click();
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Enter');
}

describe.skipIf(!CHROMIUM)('people with PINs', () => {
  const { open } = useBrowser();

  it(
    'the first one makes the manager’s account, adds an operator, and both sign in',
    { timeout: 120_000 },
    async () => {
      const hub = await testHub({ centre: lahore(), people: 'byPin' });
      const page = await open(`${hub.url}/manager/`, SIZES.console, { reducedMotion: 'reduce' });
      await page.getByRole('heading', { name: 'Make the manager’s account' }).waitFor();
      await page.getByLabel('Your name').fill('Sana Malik');
      await page.getByLabel('PIN (6 to 12 digits)').fill(PIN);
      await page.getByLabel('The same PIN again').fill('48');
      await page.getByLabel('Second PIN', { exact: true }).fill(SECOND_PIN);
      await page.getByLabel('The second PIN again').fill(SECOND_PIN);
      await lookAt(page, 'people-first-en');
      await page.getByRole('button', { name: 'اردو' }).click();
      await lookAt(page, 'people-first-ur');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByLabel('The same PIN again').fill(PIN);
      await page.getByRole('button', { name: 'Make the account and go on' }).click();

      await page.getByRole('link', { name: 'Centre' }).click();
      await page.getByRole('link', { name: 'People' }).click();
      await page.getByRole('row', { name: /Sana Malik/ }).waitFor();
      await page.getByRole('button', { name: 'Add somebody' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Ali Raza');
      await page.getByLabel('PIN (6 to 12 digits)').fill(GIVEN.pin);
      await page.getByLabel('The same PIN again').fill(GIVEN.pin);
      await lookAt(page, 'people-add-en');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('dialog', { name: 'A second PIN is needed' }).waitFor();
      await lookAt(page, 'people-approve-en');
      await approve(page);
      await page.getByRole('row', { name: /Ali Raza/ }).waitFor();
      await page.getByRole('button', { name: 'Staff card of Ali Raza' }).click();
      await page.getByLabel('Hold the card to the reader.').focus();
      await scanDigits(page, '0012345678');
      await approve(page);
      await page.getByRole('row', { name: /Ali Raza.*1 card/ }).waitFor();
      await lookAt(page, 'people-staff-en');
      await page.getByRole('button', { name: 'اردو' }).click();
      await lookAt(page, 'people-staff-ur');

      const console = await open(`${hub.url}/operator/?counter=3`, SIZES.console, { reducedMotion: 'reduce' });
      await console.getByRole('heading', { name: 'Sign in at this console' }).waitFor();
      await lookAt(console, 'people-console-en');
      await signIn(console, 'Ali Raza', '481591');
      await console.getByText('That is not the right PIN.').waitFor();
      await console.getByLabel('PIN').fill(GIVEN.pin);
      await console.keyboard.press('Enter');
      // The manager knows that PIN: it lets Ali in once, to choose his own.
      await console.getByText('Somebody else chose your PIN.').waitFor();
      await console.getByLabel('PIN (6 to 12 digits)').fill(GIVEN.pin);
      await console.getByLabel('The same PIN again').fill(GIVEN.pin);
      await console.getByRole('button', { name: 'Go on with my own' }).click();
      await console.getByText('Somebody else knows this PIN.').waitFor();
      await lookAt(console, 'people-own-pin-en');
      await console.getByLabel('PIN (6 to 12 digits)').fill(PIN);
      await console.getByLabel('The same PIN again').fill(PIN);
      await console.getByRole('button', { name: 'Go on with my own' }).click();
      await console.getByRole('button', { name: 'Open the counter' }).click();
      await console.locator('header').getByText('Ali Raza').waitFor();
      await lookAt(console, 'people-counter-en');

      // A citizen gives up: that ends their visit, and needs somebody else’s word.
      await kiosk(hub).done('issue', wishFor('domicile'));
      await console.getByRole('button', { name: 'Call next' }).click();
      await pause();
      await console.getByRole('button', { name: /^Left/ }).click();
      await console.getByRole('dialog').getByText('Yes, end the visit of').click();
      await console.getByRole('dialog', { name: 'A second PIN is needed' }).waitFor();
      await approve(console);
      await console.getByRole('button', { name: 'Sign out' }).click();
      await console.getByRole('heading', { name: 'Sign in at this console' }).waitFor();

      // With the card there is nothing to type.
      await scanDigits(console, '0012345678');
      await console.getByRole('button', { name: 'Open the counter' }).waitFor();
      expect([...page.errors, ...console.errors]).toEqual([]);
    },
  );

  it(
    'a manager compares the words of a new machine, enters its code, and revokes it again',
    { timeout: 120_000 },
    async () => {
      const hub = await testHub({
        centre: lahore(),
        people: 'byPin',
        lan: { host: '127.0.0.1', port: 0 },
        clock: demoClock(Date.now(), 1),
      });
      const page = await open(`${hub.url}/manager/#devices`, SIZES.console, { reducedMotion: 'reduce' });
      await page.getByLabel('Your name').fill('Sana Malik');
      for (const [label, pin] of [
        ['PIN (6 to 12 digits)', PIN],
        ['The same PIN again', PIN],
        ['Second PIN', SECOND_PIN],
        ['The second PIN again', SECOND_PIN],
      ] as const) {
        await page.getByLabel(label, { exact: true }).fill(pin);
      }
      await page.getByRole('button', { name: 'Make the account and go on' }).click();
      await page.getByText('No machine is paired yet.').waitFor();
      const { network } = hub;
      const shown = Promise.withResolvers<Shown>();
      const paired = pair(network?.url ?? '', shown.resolve, 100);
      const { code, words } = await shown.promise;
      await page.getByRole('button', { name: 'Pair a machine' }).click();
      const dialog = page.getByRole('dialog', { name: 'Pair a machine' });
      expect(await dialog.getByRole('listitem').allTextContents()).toEqual(words);
      await dialog.getByLabel('Code that it shows').fill(code);
      await dialog.getByLabel('Name, as the log will call it').fill('Kiosk at the door');
      await lookAt(page, 'pairing-en');
      await dialog.getByRole('button', { name: 'The words are the same: pair it' }).click();
      await approve(page);
      expect(await paired).toMatchObject({ deviceId: 1 });
      await page.getByText('Kiosk at the door').waitFor();
      await page.getByRole('button', { name: 'اردو' }).click();
      await lookAt(page, 'pairing-ur');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Revoke Kiosk at the door' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
      await approve(page);
      await page.getByText('No machine is paired yet.').waitFor();
      expect(page.errors).toEqual([]);
    },
  );
});
