import { describe, expect, it } from 'vitest';
import { decodeEscpos } from '../../support/devices/escpos-decoder.ts';
import { handReader } from '../../support/devices/hand-reader.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { fakePrinter } from '../../support/devices/printer-process.ts';
import { scan } from '../../support/scan.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

describe.skipIf(!CHROMIUM)("the manager's devices", () => {
  const { open } = useBrowser();

  it('lists every printer and reader with its state and last work, and prints a test slip', async () => {
    const fake = await fakePrinter();
    const { reader, become } = handReader();
    const hub = await testHub({
      centre: lahore(),
      printers: new Map([
        [1, fake.address],
        [2, 'tcp://127.0.0.1:9'],
      ]),
      readers: new Map([[1, ['hid:0c2e:0b01']]]),
      makeReader: () => reader,
    });
    const page = await open(`${hub.url}/manager/#devices`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    const row = (name: string) => page.getByRole('row', { name });
    await row('Kiosk 1').getByText('ready').first().waitFor();
    await row('Kiosk 2').getByText('not reachable').waitFor();
    await row('hid:0c2e:0b01').getByText('unplugged').waitFor();
    become('ready');
    await row('hid:0c2e:0b01').getByText('ready').waitFor();
    await kiosk(hub).done('issue', wishFor('domicile'));
    await row(fake.address).getByText('printed').waitFor();
    await row(fake.address).getByRole('button', { name: 'Print a test slip' }).click();
    await row(fake.address).getByText('The printer says that it printed.').waitFor();
    expect(decodeEscpos(await fake.bytes()).cuts).toBe(2);
    await row('Kiosk 2').getByRole('button', { name: 'Print a test slip' }).click();
    await row('Kiosk 2').getByText('Nothing was sent.').waitFor();
    // A reader that types is known once it has read.
    const screen = await open(`${hub.url}/kiosk/?kiosk=3`, SIZES.kiosk);
    await screen.locator('main button').first().waitFor();
    await scan(screen, '3520212345671');
    await row('keyboard').getByText('of its own machine').waitFor();
    await lookAt(page, 'manager-devices-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await lookAt(page, 'manager-devices-ur');
    expect(page.errors).toEqual([]);
  });
});
