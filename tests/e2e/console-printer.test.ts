import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { ROOT } from '../support/folder.ts';
import { lahore } from '../support/lahore.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { fakePrinter } from '../support/devices/printer-process.ts';
import { kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

const SHOTS = path(ROOT, 'node_modules/.cache/markaz/shots');
mkdirSync(SHOTS, { recursive: true });

describe.skipIf(!CHROMIUM)('the printer of a counter', () => {
  const { open } = useBrowser();

  it('prints the slip of a typed token again, and the console says what ails it', async () => {
    const fake = await fakePrinter();
    const centre = lahore();
    const counters = centre.counters.map((one) => (one.id === 1 ? { ...one, printer: fake.address } : one));
    const hub = await testHub({ centre: { ...centre, counters } });
    const { label = '' } = await kiosk(hub).done('issue', wishFor('domicile'));
    await operator(hub, 1, { device: 'other' }).done('openCounter', { operator: 'Ali' });
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /Check in/ }).click();
    const print = dialog.getByRole('button', { name: 'Print the slip again' });
    expect(await print.isDisabled()).toBe(true);
    await page.getByLabel('Appointment code, CNIC, phone, token or tracking number').fill(label);
    await page.screenshot({ path: path(SHOTS, 'console-print-slip.png') });
    await print.click();
    await dialog.getByText('Prints at').waitFor();
    await dialog.getByText('Counter 1').waitFor();
    await page.screenshot({ path: path(SHOTS, 'console-slip-printing.png') });
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => decodeEscpos(await fake.bytes()).cuts, { timeout: 8_000 }).toBe(1);
    await fake.ails({ paper: 'nearEnd' });
    await page.getByText('The printer of this counter is nearly out of paper.').waitFor();
    await fake.ails({ paper: 'out' });
    await page.getByText('The printer of this counter is out of paper.').waitFor();
    await page.getByRole('button', { name: 'اردو' }).click();
    await page.getByText('اس کاؤنٹر کے پرنٹر میں کاغذ ختم ہے۔').waitFor();
    await page.screenshot({ path: path(SHOTS, 'console-no-paper-ur.png') });
    await fake.ails({ paper: 'present' });
    await page.getByText('اس کاؤنٹر کے پرنٹر میں کاغذ ختم ہے۔').waitFor({ state: 'detached' });
    expect(page.errors).toEqual([]);
  });
});
