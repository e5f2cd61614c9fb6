import { describe, expect, it } from 'vitest';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { phonesOf } from '../../support/http/phones.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

describe.skipIf(!CHROMIUM)("the manager's page of programs", () => {
  const { open } = useBrowser();

  it('makes a key that opens, shows it once, and adds an address whose fate it tells', async () => {
    const hub = await testHub({ centre: lahore() });
    const page = await open(`${hub.url}/manager/#integrations`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByText('No program has a key.').waitFor();
    await lookAt(page, 'manager-integrations-empty-en');
    await page.getByLabel('Who gets the key').fill('Provincial dashboard');
    await page.getByLabel('Queues: read').check();
    await page.getByLabel('Files of days: fetch').check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const shown = page.getByLabel('The key. It is shown this once');
    const key = await shown.inputValue();
    const headers = { authorization: `Bearer ${key}` };
    const queues = () => fetch(`${phonesOf(hub)}/api/v1/queues`, { headers });
    expect((await queues()).status).toBe(200);
    expect((await fetch(`${phonesOf(hub)}/api/v1/board`, { headers })).status).toBe(403);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect.poll(() => shown.count()).toBe(0);
    await page.getByLabel('Address', { exact: true }).fill('ftp://nowhere.example');
    await page.getByRole('button', { name: 'Add the address' }).click();
    await page.getByText('An address begins with https://').waitFor();
    await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/markaz');
    await page.getByRole('button', { name: 'Add the address' }).click();
    expect(await page.getByLabel('The secret of its signatures').inputValue()).toMatch(/^whsec_[\w-]{43}$/);
    await kiosk(hub).done('issue', wishFor('domicile'));
    await page.getByText('not taken since').waitFor();
    await lookAt(page, 'manager-integrations-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await lookAt(page, 'manager-integrations-ur');
    await page.getByRole('button', { name: /Provincial dashboard/ }).click();
    await page.getByText('کسی پروگرام کے پاس کلید نہیں۔').waitFor();
    expect((await queues()).status).toBe(401);
    expect(page.errors).toEqual([]);
  });
});
