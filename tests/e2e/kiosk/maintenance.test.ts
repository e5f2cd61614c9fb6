import { describe, expect, it } from 'vitest';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { scanDigits } from '../../support/scan.ts';
import { join, testHub } from '../../support/test-hub.ts';

const CARD = '0012345678';

describe.skipIf(!CHROMIUM)('staff with a card', () => {
  const { open } = useBrowser();

  it('open the maintenance screen of a kiosk, print a test slip, and leave nothing behind', async () => {
    const hub = await testHub({ centre: lahore(), maintenanceCode: '471147' });
    await join(hub, { screen: 'manager', name: 'Sana' }).done('enrolCard', { name: 'Ali', card: CARD });
    const page = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await page.getByRole('button', { name: 'English' }).click();
    await scanDigits(page, CARD);
    await page.getByRole('heading', { name: 'Maintenance' }).waitFor();
    await page.getByText('preview').waitFor();
    await page.getByRole('button', { name: 'Print a test slip' }).click();
    await page.getByText('The printer says that it printed.').waitFor();
    expect(await page.getByText('This machine').count()).toBe(0);
    await lookAt(page, 'kiosk-maintenance-en');
    await page.getByRole('button', { name: 'Start over' }).click();
    await scanDigits(page, '0099999999');

    await page.getByText('No appointment was found').waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    // Who has no card rests a finger on the clock.
    await page.locator('footer strong').hover();
    await page.mouse.down();
    await page.getByRole('heading', { name: 'Maintenance code' }).waitFor({ timeout: 8_000 });
    await page.mouse.up();
    // What the app's own window gives its page; it is not there in a browser.
    await page.evaluate(
      'window.asked = []; window.markazShell = { maintain: async (...wish) => { asked.push(wish); return false; } }',
    );
    for (const digit of '471147') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Maintenance', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Leave to the desktop' }).click();
    await page.getByText('The hub did not agree').waitFor();
    expect(await page.evaluate('asked')).toEqual([['leave', '471147']]);
    await lookAt(page, 'kiosk-maintenance-machine-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await lookAt(page, 'kiosk-maintenance-ur');
    expect(page.errors).toEqual([]);
  });

  it('sign in at a console: the reader types their name in', async () => {
    const hub = await testHub({ centre: lahore() });
    await join(hub, { screen: 'manager', name: 'Sana' }).done('enrolCard', { name: 'Ali Raza', card: CARD });
    const page = await open(`${hub.url}/operator/`, SIZES.console);
    await page.getByLabel('Your name').waitFor();
    await scanDigits(page, CARD);
    await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Ali Raza');
    await scanDigits(page, '0099999999');
    await page.getByText('This card or code is not known here.').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('');
    await lookAt(page, 'console-card-unknown');
    await scanDigits(page, CARD);
    await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Ali Raza');
    await page.getByRole('button', { name: /^Counter 3 / }).click();
    await page.waitForURL('**/operator/?counter=3');
    expect(page.errors).toEqual([]);
  });

  it('are enrolled by the manager, who holds a card to the reader beside their name', async () => {
    const hub = await testHub({ centre: lahore() });
    const page = await open(`${hub.url}/manager/#devices`, SIZES.console);
    await page.getByLabel('Your name').fill('Nadia');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Ali Raza');
    await page.getByLabel('Hold the card to the reader').focus();
    await scanDigits(page, CARD);
    await page.getByRole('button', { name: 'Remove the card of Ali Raza' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Bilal');
    await page.getByLabel('Hold the card to the reader').focus();
    await scanDigits(page, CARD);
    await page.getByText('This is the card of Ali Raza already.').waitFor();
    await lookAt(page, 'manager-cards');
    await page.getByRole('button', { name: 'Remove the card of Ali Raza' }).click();
    await page.getByText('No card is known yet.').waitFor();
    expect(page.errors).toEqual([]);
  });
});
