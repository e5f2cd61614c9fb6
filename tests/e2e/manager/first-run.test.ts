import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join as path } from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT, testFolder } from '../../support/folder.ts';
import { lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { PIN, SECOND_PIN } from '../../support/staff.ts';
import { pause } from '../../support/pause.ts';
import { answered } from '../../support/staff.ts';
import { join, kiosk, wishFor } from '../../support/test-hub.ts';

/** A hub on an empty data folder. */
async function emptyHub(): Promise<string> {
  const args = ['--data', path(testFolder(), 'data'), '--port', '0', '--citizen-listen', '127.0.0.1:0'];
  const child = fork(path(ROOT, 'src/hub/cli.ts'), args, { cwd: ROOT, silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return url;
}

/** What a newcomer does, counted: touches of what they read on the screen, and letters that they type. */
function newcomer(page: Page) {
  const done = { touches: 0, letters: 0 };
  return {
    done,
    async touch(what: Locator) {
      await what.click();
      done.touches += 1;
    },
    async type(field: string | Locator, text: string) {
      await (typeof field === 'string' ? page.getByLabel(field) : field).fill(text);
      done.touches += 1;
      done.letters += text.length;
    },
  };
}

describe.skipIf(!CHROMIUM)('the first run', () => {
  const { open } = useBrowser();

  it('leads a newcomer from nothing to the first token of five services, by what stands on the screen', async () => {
    const page = await open(await emptyHub(), SIZES.console, { reducedMotion: 'reduce' });
    const { done, touch, type } = newcomer(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const next = () => touch(button('Next'));
    await button('A new centre').waitFor();
    await lookAt(page, 'first-run-welcome-en');
    await touch(button('A new centre'));
    await type('Name in English', 'Gujrat Centre');
    await next();
    await page.getByText('Please fill this in.').waitFor();
    await type('Name in Urdu', 'گجرات مرکز');
    await next();

    await page.getByRole('heading', { name: 'When is it open?' }).waitFor();
    await touch(page.getByText('Sunday', { exact: true }));
    await type('Monday opens at', '0000');
    await type('Monday closes at', '2400');
    await touch(button('Use Monday’s hours for every open day'));
    await next();

    for (const name of ['Domicile', 'NADRA', 'Birth Certificate', 'Banking Services']) await touch(button(name));
    await touch(button('Add another service'));
    await type('Name in English', 'Passport');
    await type('Name in Urdu', 'پاسپورٹ');
    await touch(page.getByRole('dialog').getByRole('button', { name: 'Add another service' }));
    const passport = page.getByRole('group', { name: 'Passport' });
    await type(passport.getByLabel('Promised wait'), '20');
    await lookAt(page, 'first-run-services-en');
    await next();
    await page.getByRole('heading', { name: 'Who serves them?' }).waitFor();
    // What was answered outlives a reload.
    await page.reload();
    await page.getByRole('heading', { name: 'Who serves them?' }).waitFor();
    await next();
    await next();
    await page.getByText('Gujrat Centre').waitFor();
    await page.getByText(/E.*Passport/).waitFor();
    await lookAt(page, 'first-run-summary-en');
    await touch(button('Start the centre'));
    await page.getByRole('heading', { name: 'Gujrat Centre is running' }).waitFor();
    await lookAt(page, 'first-run-done-en');

    await page.setViewportSize(SIZES.kiosk);
    await touch(page.getByRole('link', { name: 'Open the kiosk and take the first token' }));
    await touch(button(/English/));
    await pause();
    await touch(button(/Other services/));
    await pause();
    await touch(button(/Passport/));
    await pause();
    await touch(button(/Print my token/));
    await page.getByText('E-001').first().waitFor();
    expect(done).toEqual({ touches: 28, letters: 48 });

    // Back at the first run stands the way to the manager, where an account of one's own is made first.
    await page.setViewportSize(SIZES.console);
    await page.goBack();
    await touch(page.getByRole('link', { name: 'Set-up of the manager' }));
    await type('Your name', 'Sana Malik');
    for (const field of ['PIN (6 to 12 digits)', 'The same PIN again']) await type(field, PIN);
    await type(page.getByLabel('Second PIN', { exact: true }), SECOND_PIN);
    await type('The second PIN again', SECOND_PIN);
    await touch(button('Make the account and go on'));
    await page.getByText('Sana Malik').first().waitFor();
    expect(page.url()).toContain('/manager/');
    expect(done).toEqual({ touches: 35, letters: 82 });
    // A person takes some five seconds to read and touch, and three letters a second to type.
    expect(done.touches * 5 + done.letters / 3).toBeLessThan(600);
  });

  it('lets somebody look around in the demo centre: open at every hour, entered by a name, and ready for a token', async () => {
    const hub = { url: await emptyHub() };
    const page = await open(hub.url, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Try the demo centre' }).click();
    await page.getByRole('heading', { name: /Lahore.* is running/ }).waitFor();
    // A centre that is closed now says there when it opens.
    expect(await page.getByText('the centre is closed now').count()).toBe(0);
    const kioskPage = page.getByRole('link', { name: 'Open the kiosk and take the first token' });
    expect(await kioskPage.getAttribute('href')).toBe('/kiosk/?kiosk=1');
    const screen = kiosk(hub);
    const { services, counters } = await screen.see('centre', () => true);
    expect([services.length, counters.length]).toEqual([17, 30]);
    expect(await screen.done('issue', wishFor('nadra'))).toMatchObject({ label: expect.stringMatching(/-001$/) });
    await page.getByRole('link', { name: 'Open the manager’s live wall' }).click();
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Alarms' }).waitFor();
    const sana = join(hub, { screen: 'manager', name: 'Sana' });
    const { file } = await answered(sana, 'centreFile');
    expect(new Set(Object.values(file.hours).flat())).toEqual(new Set(['00:00-24:00']));
    expect(file.holidays).toEqual([]);
  });

  it('goes the same way in Urdu, splits counters, and says which service nobody serves', async () => {
    const page = await open(await emptyHub(), SIZES.console, { reducedMotion: 'reduce' });
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await button('اردو').click();
    await lookAt(page, 'first-run-welcome-ur');
    await button('نیا مرکز').click();
    await page.getByLabel('نام انگریزی میں').fill('Gujrat');
    await page.getByLabel('نام اردو میں').fill('گجرات');
    await button('پیچھے').click();
    await button('نیا مرکز').click();
    expect(await page.getByLabel('نام انگریزی میں').inputValue()).toBe('Gujrat');
    await lookAt(page, 'first-run-centre-ur');
    await button('آگے').click();
    await lookAt(page, 'first-run-hours-ur');
    await button('آگے').click();
    await button('آگے').click();
    await page.getByText('کم از کم ایک ضروری ہے۔').first().waitFor();
    await button('ڈومیسائل').click();
    await button('نادرا').click();
    await button('آگے').click();
    await page.getByText('ہر کاؤنٹر کچھ خدمات').click();
    const counter = (number: string) => page.getByRole('group', { name: `کاؤنٹر ${number}` });
    for (const number of ['۱', '۲', '۳']) await counter(number).getByText('نادرا').click();
    await button('آگے').click();
    await page.getByText('ابھی کوئی کاؤنٹر یہ کام نہیں کرتا').waitFor();
    await lookAt(page, 'first-run-counters-ur');
    await counter('۱').getByText('نادرا').click();
    await button('آگے').click();
    await page.getByText('نیٹ ورک کا پرنٹر').click();
    await page.getByRole('textbox', { name: 'پتا' }).fill('192.168.1.50');
    await lookAt(page, 'first-run-kiosks-ur');
    await button('آگے').click();
    await page.getByText('ہر خدمت').waitFor();
    await lookAt(page, 'first-run-summary-ur');
    expect(page.errors).toEqual([]);
  });
});
