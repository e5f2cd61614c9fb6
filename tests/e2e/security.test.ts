import { describe, expect, it } from 'vitest';
import { tokenKeyOf } from '../../src/hub/citizen/token-key.ts';
import { readKey } from '../../src/store/key-file.ts';
import { httpOf } from '../support/http/http-of.ts';
import { lahore } from '../support/lahore.ts';
import { lookAt } from '../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { PHONE, phonesOf } from '../support/http/phones.ts';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

/** Names that would do something on a page that takes them for more than text. */
const EVIL = `<img src=x onerror=window.hit=1>"'><script>window.hit=2</script><svg onload=window.hit=3>javascript:`;

describe.skipIf(!CHROMIUM)('the screens under their content-security-policy', () => {
  const { open } = useBrowser();

  it('show an evil name as the text that it is, load nothing else, and break no rule of the policy', async () => {
    const asked: string[] = [];
    const elsewhere = await httpOf((req, res) => {
      asked.push(req.url ?? '');
      res.end();
    });
    const centre = lahore();
    const evil = { en: EVIL, ur: EVIL };
    const services = centre.services.map((one) => (one.id === 'domicile' ? { ...one, name: evil } : one));
    const image = { en: `<img src=${elsewhere}/x>`, ur: `<img src=${elsewhere}/x>` };
    const hub = await testHub({ centre: { ...centre, services, name: evil, ticker: [image] } });
    const { tokenId = 0 } = await kiosk(hub).done('issue', wishFor('domicile'));
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: EVIL.slice(0, 60) });
    await join(hub, { screen: 'manager', name: EVIL.slice(0, 60) }).done('enrolCard', {
      name: EVIL.slice(0, 60),
      card: '04A1B2C3D4',
    });
    const key = tokenKeyOf(readKey(hub.folder, 'person'), tokenId);
    const screens: [string, { width: number; height: number }][] = [
      [`${hub.url}/`, SIZES.console],
      [`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk],
      [`${hub.url}/operator/?counter=1`, SIZES.console],
      [`${hub.url}/counter-display/?hall=${centre.halls[0]?.id ?? ''}`, SIZES.board],
      [`${hub.url}/counter-display/?counter=1`, SIZES.board],
      ...['today', 'devices', 'integrations'].map((one): [string, { width: number; height: number }] => [
        `${hub.url}/manager/#${one}`,
        SIZES.console,
      ]),
      [`${phonesOf(hub)}/t/${key}`, PHONE],
    ];
    for (const [url, size] of screens) {
      const page = await open(url, size);
      if (url.includes('/manager/')) {
        await page.getByLabel('Your name').fill(EVIL.slice(0, 60));
        await page.keyboard.press('Enter');
        await page.getByRole('link', { name: 'Live wall' }).waitFor();
      }
      await page.locator('#root :is(h1, h2, button, a)').first().waitFor();
      // A press makes react-aria do what it does.
      const kioskTile = page.locator('main button').first();
      if (url.includes('/kiosk/')) await kioskTile.click();
      expect([url, await page.evaluate('window.hit')]).toEqual([url, undefined]);
      expect([url, await page.locator('img[src="x"], svg[onload], script:not([src])').count()]).toEqual([url, 0]);
      expect([url, page.errors]).toEqual([url, []]);
    }
    expect(asked).toEqual([]);
  });
});

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
