import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { morningClock } from '../support/morning-clock.ts';
import { readCodesOnScreen } from '../support/devices/read-codes.ts';
import { lahore } from '../support/lahore.ts';
import { ROOT } from '../support/folder.ts';
import { pause } from '../support/pause.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

const press = async (page: Page, key: string) => (await pause(), page.keyboard.press(key));
const tap = async (button: Locator) => (await pause(), button.click());

const hubOf = () => testHub({ centre: lahore(), clock: morningClock });

describe.skipIf(!CHROMIUM)('a citizen’s way through the real screens', () => {
  const { open } = useBrowser();

  it('leads from a tile to the board in three touches and one key each', async () => {
    const hub = await hubOf();
    const citizen = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    const board = await open(`${hub.url}/counter-display/?hall=hall-1`, SIZES.board);
    const small = await open(`${hub.url}/counter-display/?counter=1`, SIZES.board);
    const ali = await open(`${hub.url}/operator/`, SIZES.console);

    await tap(citizen.getByRole('button', { name: /شناخت اور رہائش/ }));
    await tap(citizen.getByRole('button', { name: /ڈومیسائل/ }));
    await citizen.getByText('میٹرک کی سند').waitFor();
    await tap(citizen.getByRole('button', { name: /میرا ٹوکن پرنٹ کریں/ }));
    await citizen.getByText('B-001').first().waitFor();
    await citizen.getByRole('img', { name: /B-001/ }).waitFor();

    await ali.getByLabel('Your name').fill('Ali');
    await ali.getByRole('button', { name: /^Counter 1 / }).click();
    await ali.getByRole('heading', { name: 'This counter is closed' }).waitFor();
    await press(ali, 'Space');
    await ali.getByRole('heading', { name: 'Free' }).waitFor();
    await press(ali, 'Space');
    await ali.getByRole('button', { name: /Start serving/ }).waitFor();

    await board.getByTestId('call').getByText('B-001').waitFor();
    expect(await board.getByTestId('call').textContent()).toMatch(/B-001.*Counter.*1.*Domicile/s);
    await small.getByRole('status').getByText('B-001').waitFor();

    await press(ali, 'Space');
    await ali.getByRole('button', { name: 'Go on here: Filing' }).waitFor();
    await press(ali, 'f');
    await ali.getByRole('button', { name: 'Undo B-001' }).waitFor();
    await press(ali, 'z');
    await ali.getByRole('button', { name: 'Go on here: Filing' }).waitFor();
    for (const page of [citizen, board, small, ali]) expect(page.errors).toEqual([]);
  });

  it('has the called number at least 160 px high of 1080, and large enough touch targets', async () => {
    const hub = await hubOf();
    await kiosk(hub).done('issue', wishFor('domicile'));
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    await ali.done('call', {});
    const board = await open(`${hub.url}/counter-display/`, SIZES.board);
    const call = board.getByTestId('call').getByText('B-001');
    await call.waitFor();
    // Capitals of the bundled face are 0.73 of its size.
    expect(((await call.boundingBox())?.height ?? 0) * 0.73).toBeGreaterThan(160);
    const citizen = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await citizen.getByRole('main').getByRole('button').first().waitFor();
    for (const button of await citizen.getByRole('main').getByRole('button').all()) {
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(96);
    }
    expect((await citizen.getByRole('banner').getByRole('button').boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(
      64,
    );
  });

  it('turns to English at a touch, and back to the start and to Urdu when nobody touches it for 20 s', async () => {
    const hub = await hubOf();
    const page = await open('about:blank', SIZES.kiosk);
    await page.clock.install();
    await page.goto(`${hub.url}/kiosk/?kiosk=1`);
    await tap(page.getByRole('button', { name: 'English' }));
    await tap(page.getByRole('button', { name: /Vehicle and licence/ }));
    await tap(page.getByRole('button', { name: /Route Permit/ }));
    await tap(page.getByRole('button', { name: 'Back' }));
    await page.getByRole('heading', { name: 'Which service?' }).waitFor();
    await page.clock.fastForward(19_000);
    await page.getByRole('heading', { name: 'Which service?' }).waitFor();
    await page.clock.fastForward(2_000);
    await page.getByRole('heading', { name: 'آپ کو کون سی خدمت درکار ہے؟' }).waitFor();
    expect(await page.getByRole('button', { name: 'English' }).count()).toBe(1);
  });

  it('takes one token however often the button is tapped', async () => {
    const hub = await hubOf();
    const page = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await tap(page.getByRole('button', { name: /بینک اور ادائیگی/ }));
    await tap(page.getByRole('button', { name: /ای سہولت/ }));
    await pause();
    await page.getByRole('button', { name: /میرا ٹوکن/ }).dblclick();
    await page.getByText('F-001').first().waitFor();
    expect(await kiosk(hub).done('issue', wishFor('e-sahulat'))).toMatchObject({ label: 'F-002' });
  });

  it('shows a closed service, a reached cap and a closed centre before a tap', async () => {
    const base = lahore();
    const services = base.services.map((one) =>
      one.id === 'nadra' ? { ...one, isClosed: true } : one.id === 'domicile' ? { ...one, dayCap: 1 } : one,
    );
    const hub = await testHub({ centre: { ...base, services }, clock: morningClock });
    await kiosk(hub).done('issue', wishFor('domicile'));
    const page = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await tap(page.getByRole('button', { name: /شناخت اور رہائش/ }));
    expect(await page.getByRole('button', { name: /نادرا.*اس وقت بند ہے/ }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /ڈومیسائل.*ختم ہو چکے/ }).isDisabled()).toBe(true);
    const closed = await testHub({ centre: { ...base, hours: base.hours.map(() => []) }, clock: morningClock });
    const shut = await open(`${closed.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await shut.getByRole('heading', { name: 'مرکز اس وقت بند ہے' }).waitFor();
  });

  it('says before the tap that there is no paper, and shows the token all the same', async () => {
    const citizenUrl = 'http://hall.example:8080';
    const hub = await testHub({
      centre: lahore(),
      clock: morningClock,
      printers: new Map([[1, 'tcp://127.0.0.1:9']]),
      citizenUrl,
    });
    const page = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await page.getByText(/یہ کیوسک اس وقت پرنٹ نہیں کر سکتا/).waitFor();
    await tap(page.getByRole('button', { name: /ڈاک اور ای اسٹامپ/ }));
    await tap(page.getByRole('button', { name: /ای اسٹامپ کا اجراء/ }));
    await tap(page.getByRole('button', { name: /کاغذ کے بغیر/ }));
    await page.getByText('S-001').first().waitFor();
    await page.getByText(/پرچی پرنٹ نہیں ہوئی/).waitFor();
    expect(await page.getByRole('img', { name: /S-001/ }).count()).toBe(0);
    // Instead of paper a phone keeps it: the code on the screen is read as the one on a slip.
    const code = page.getByRole('img', { name: 'ٹوکن فون پر رکھیں: یہ کوڈ اسکین کریں' });
    expect(await readCodesOnScreen(await code.screenshot())).toEqual({
      QRCode: expect.stringMatching(/^http:\/\/hall\.example:8080\/t\/1-/),
    });
    await page.screenshot({ path: join(ROOT, 'node_modules/.cache/markaz/shots/kiosk-no-paper-code.png') });
  });

  it('lets an operator do everything by keys: park, resume, transfer, class, call a token, break, close', async () => {
    const hub = await hubOf();
    for (const device of ['k1', 'k2', 'k3']) await kiosk(hub, { device }).done('issue', wishFor('domicile'));
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    const title = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
    await title('This counter is closed');
    await press(page, 'Space');
    await title('Free');
    await press(page, 'Space');
    await page.getByRole('main').getByText('B-001').waitFor();
    await press(page, 'p');
    await page.getByRole('option', { name: /10 minutes/ }).waitFor();
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await page.getByText('Parked or away · 1').waitFor();
    await press(page, 'u');
    await page.getByRole('option', { name: /Domicile/ }).waitFor();
    await press(page, 'Enter');
    await page.getByRole('button', { name: /Start serving/ }).waitFor();
    await press(page, 'k');
    await tap(page.getByRole('button', { name: 'Elder, 60 or more' }));
    await tap(page.getByRole('button', { name: 'Save' }));
    await page.getByRole('main').getByText('Elder', { exact: true }).waitFor();
    await press(page, 'Space');
    await page.getByRole('button', { name: 'Go on here: Filing' }).waitFor();
    await press(page, 't');
    await page.getByRole('option', { name: /NADRA/ }).click();
    await title('Free');
    await press(page, 'c');
    await page.getByLabel('Token number').fill('b3');
    await press(page, 'Enter');
    await page.getByRole('main').getByText('B-003').waitFor();
    await press(page, 'n');
    await page.getByRole('button', { name: 'Undo B-003' }).waitFor();
    await press(page, 'x');
    await title('On a break');
    await press(page, 'Space');
    await title('Free');
    await press(page, 'l');
    await title('This counter is closed');
    expect(page.errors).toEqual([]);
  });

  it('takes a double tap for one, on the console and on the kiosk', async () => {
    const hub = await hubOf();
    await kiosk(hub, { device: 'k1' }).done('issue', wishFor('domicile'));
    const page = await open(`${hub.url}/operator/?counter=1`, SIZES.console);
    await page.getByRole('heading', { name: 'This counter is closed' }).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'Free' }).waitFor();
    await pause();
    expect(await page.getByRole('heading', { name: 'Free' }).count()).toBe(1);
    const citizen = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    await citizen.getByRole('button', { name: /شناخت اور رہائش/ }).dblclick();
    await citizen.getByRole('heading', { name: 'خدمت منتخب کریں' }).waitFor();
  });

  it('leaves the token to be read when the hub goes, and the kiosk in Urdu for whoever comes next', async () => {
    const hub = await hubOf();
    const page = await open(`${hub.url}/kiosk/?kiosk=1`, SIZES.kiosk);
    const take = async () => {
      await tap(page.getByRole('button', { name: 'English' }));
      await tap(page.getByRole('button', { name: /Bank and payments/ }));
      await tap(page.getByRole('button', { name: /e-Sahulat/ }));
      await tap(page.getByRole('button', { name: /Print my token/ }));
    };
    await take();
    await page.getByText('F-001').first().waitFor();
    await tap(page.getByRole('button', { name: 'Done' }));
    await page.getByRole('heading', { name: 'آپ کو کون سی خدمت درکار ہے؟' }).waitFor();
    await take();
    await page.getByText('F-002').first().waitFor();
    await hub.close();
    await page.getByText(/Your slip is printing|This kiosk shows the slip here/).waitFor();
    await pause();
    expect(await page.getByText('F-002').count()).toBeGreaterThan(0);
    await tap(page.getByRole('button', { name: 'Done' }));
    await page.getByRole('heading', { name: 'یہ کیوسک اس وقت ٹوکن نہیں دے سکتا' }).waitFor();
  });

  it('reads a token number from an Urdu keyboard, and lets a colleague take over an open counter', async () => {
    const hub = await hubOf();
    await kiosk(hub).done('issue', wishFor('domicile'));
    const before = operator(hub, 1);
    await before.done('openCounter', { operator: 'Ali' });
    const page = await open(`${hub.url}/operator/`, SIZES.console);
    await page.getByLabel('Your name').fill('Zara');
    await page.getByRole('button', { name: /^Counter 1 / }).click();
    await tap(page.getByRole('button', { name: 'Take over as Zara' }));
    await before.see('counter', (view) => view.operator === 'Zara');
    await press(page, 'c');
    await page.getByLabel('Token number').waitFor();
    // The key beside V on a layout on which it writes an Urdu letter.
    await page
      .getByLabel('Token number')
      .dispatchEvent('keydown', { code: 'KeyB', key: 'ب', bubbles: true, cancelable: true });
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await before.see('counter', (view) => view.current?.label === 'B-001');
    expect(page.errors).toEqual([]);
  });
});
