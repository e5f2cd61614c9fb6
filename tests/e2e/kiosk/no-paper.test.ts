import { describe, expect, it } from 'vitest';
import { fakePrinter } from '../../support/devices/printer-process.ts';
import { lahore } from '../../support/lahore.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { testHub } from '../../support/test-hub.ts';

describe.skipIf(!CHROMIUM)('a kiosk without paper', () => {
  const { open } = useBrowser();

  it('says in both languages that it cannot print, and which kiosk can while there is one', async () => {
    const [own, other] = [await fakePrinter({ paper: 'out' }), await fakePrinter()];
    const printers = new Map([
      [1, own.address],
      [2, other.address],
    ]);
    const hub = await testHub({ centre: lahore(), printers });
    const page = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    const notice = page.getByRole('status').filter({ hasText: 'No paper here now' });
    await page.getByText('کیوسک ۲ پرنٹ کر سکتا ہے۔').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('your token is shown on the screen. Kiosk 2 can print.').waitFor();
    await other.ails({ paper: 'out' });
    await page.getByText('Kiosk 2 can print.').waitFor({ state: 'hidden' });
    expect(await notice.count()).toBe(1);
    await own.ails({ paper: 'present' });
    await notice.waitFor({ state: 'hidden' });
  });
});
