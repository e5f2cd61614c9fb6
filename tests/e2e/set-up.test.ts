import { describe, expect, it } from 'vitest';
import { lahore } from '../support/lahore.ts';
import { lookAt } from '../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { testHub } from '../support/test-hub.ts';

describe.skipIf(!CHROMIUM)('look', () => {
  const { open } = useBrowser();
  it('looks', async () => {
    const hub = await testHub({ centre: lahore() });
    const page = await open(`${hub.url}/manager/#set-up`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    const side = page.getByRole('navigation', { name: 'Sections' });
    for (const name of [
      'Centre',
      'Opening hours',
      'Appointments',
      'Slips and numbers',
      'Services',
      'Groups',
      'Stages',
      'Priority classes',
      'Halls',
      'Counters',
      'What counters serve',
      'Kiosks and printers',
      'Boards',
      'Texts and pictures',
      'History',
      'Save and read',
    ]) {
      await side.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await lookAt(page, `su-${name.replaceAll(' ', '-')}`);
    }
    await side.getByRole('button', { name: /^Services/ }).click();
    await page.getByRole('button', { name: /^Domicile/ }).click();
    await page.setViewportSize({ width: 1366, height: 2600 });
    await lookAt(page, 'su-domicile');
    await page
      .getByRole('button', { name: /^Document check/ })
      .first()
      .click();
    await page.getByLabel('Name in English').fill('');
    await lookAt(page, 'su-domicile-open');
    await page.setViewportSize(SIZES.console);
    await side.getByRole('button', { name: /^What counters/ }).click();
    await page.getByRole('button', { name: /^Residence/ }).click();
    await lookAt(page, 'su-profile');
    await side.getByRole('button', { name: /^Kiosks/ }).click();
    await page.getByRole('button', { name: /^Kiosk 1/ }).click();
    await page.getByText('Printer on the network').click();
    await lookAt(page, 'su-kiosk');
    expect(page.errors).toEqual([]);
  });
});
