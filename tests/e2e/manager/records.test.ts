import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChainHead } from '../../../src/domain/keeping/chain-head.ts';
import type { KeptHeads } from '../../../src/domain/keeping/kept-heads.ts';
import { keepHub } from '../../../src/hub/keeping/keep-hub.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { testFolder } from '../../support/folder.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { hubOptions, kiosk, operator, wishFor } from '../../support/test-hub.ts';

const CNIC = '3520212345671';
/** The log as the screen has seen it, which it keeps as a witness. */
const witness = async (page: Page): Promise<KeptHeads> =>
  JSON.parse(
    await page.evaluate<string>(
      'localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith("markaz.heads.")))',
    ),
  ) as KeptHeads;
/** The head of the log as the hub tells it at its next pulse. */
const pulse = (screen: ReturnType<typeof kiosk>) =>
  new Promise<ChainHead>((resolve) => {
    screen.socket.once('pulse', resolve);
  });
const STORED = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie])';

describe.skipIf(!CHROMIUM)('the records of a hall', () => {
  const { open } = useBrowser();

  it('are sealed, copied, put back, and let a citizen be found and forgotten', { timeout: 120_000 }, async () => {
    const folder = testFolder();
    const running = await keepHub(hubOptions({ centre: lahore(), folder }));
    onTestFinished(() => running.close());
    const hub = running.hub();
    const screen = kiosk(hub);
    await screen.done('issue', { ...wishFor('domicile'), cnic: CNIC });
    const page = await open(`${hub.url}/manager/#records`, SIZES.console, { reducedMotion: 'reduce' });
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByText('There is no copy yet.').waitFor();
    await lookAt(page, 'manager-records-empty-en');

    // The slip of the day's close, and the seals as a file.
    await page.getByRole('button', { name: 'Print the slip' }).click();
    await page.getByText('The printer says that it printed.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the seals as a file' }).click(),
    ]);
    const heads = JSON.parse(readFileSync(await download.path(), 'utf8')) as { heads: { day: string; seq: number }[] };
    expect(heads.heads).toMatchObject([{ day: '2026-11-23' }]);

    await page.getByRole('button', { name: 'Take one now' }).click();
    await page.getByRole('button', { name: /^Put back/ }).waitFor();
    await screen.done('issue', wishFor('domicile'));

    // A citizen asks what is held of them.
    await page.getByLabel('CNIC').fill('35202-1234567-1');
    await page.keyboard.press('Enter');
    await page.getByText('no name is held').waitFor();
    await lookAt(page, 'manager-records-en');
    await page.getByRole('button', { name: 'اردو' }).click();
    await lookAt(page, 'manager-records-ur');
    await page.getByRole('button', { name: 'شناخت حذف کریں' }).click();
    await lookAt(page, 'manager-records-erase-ur');
    await page.getByRole('button', { name: 'ہاں، حذف کریں' }).click();
    await page.getByText('اب کوئی چیز اس شہری تک نہیں پہنچاتی').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    const { seq } = await pulse(screen);
    await expect.poll(async () => (await witness(page)).heads.at(-1)?.seq, { timeout: 30_000 }).toBe(seq);

    // Back to the copy: the hub starts again under the screen, and gives no number twice.
    await page.getByRole('button', { name: /^Put back/ }).click();
    await lookAt(page, 'manager-records-restore-en');
    await page.getByRole('button', { name: 'Yes, put it back' }).click();
    await page.getByText(/every series carries the letter [A-Z]/).waitFor({ timeout: 30_000 });
    const after = await kiosk(hub).done('issue', wishFor('domicile'));
    expect(after.label).toMatch(/^[A-Z]{2}-001$/);
    // The screen keeps what it saw before; the restore explains it, so nobody is alarmed.
    await expect
      .poll(async () => (await witness(page)).breaks.map(({ seq }) => seq), { timeout: 30_000 })
      .toEqual([seq]);
    expect(await page.getByText('The log has gone back').count()).toBe(0);
    // The console finds the token by its longer label as well.
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    expect((await ali.done('jump', { label: after.label ?? '', reason: 'test' })).label).toBe(after.label);
    const kept = await page.evaluate<string>(STORED);
    expect([...urls, kept].filter((text) => text.replaceAll('-', '').includes(CNIC))).toEqual([]);
    expect(page.errors.filter((error) => !error.includes('WebSocket'))).toEqual([]);
  });
});
