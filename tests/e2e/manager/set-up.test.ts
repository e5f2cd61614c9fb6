import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../../src/protocol/answers/answers.ts';
import type { CentreFile } from '../../../src/protocol/centre-file.ts';
import type { AskReply } from '../../../src/protocol/events.ts';
import { readCentreFile } from '../../../src/protocol/set-up/read-centre-file.ts';
import { ROOT } from '../../support/folder.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAgain, lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { join, kiosk, testHub, wishFor } from '../../support/test-hub.ts';

type Hub = Awaited<ReturnType<typeof testHub>>;

describe.skipIf(!CHROMIUM)('the set-up of the centre', () => {
  const { open } = useBrowser();

  async function setUp(hub: Hub) {
    const page = await open(`${hub.url}/manager/#set-up`, SIZES.console, { reducedMotion: 'reduce' });
    await page.getByLabel('Your name').fill('Nadia Hussain');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Centre', level: 1 }).waitFor();
    return page;
  }

  const section = (page: Page, name: string) =>
    page
      .getByRole('navigation')
      .nth(2)
      .getByRole('button', { name: new RegExp(`^${name}`) });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  async function apply(page: Page): Promise<void> {
    await button(page, 'See what will change').click();
    await button(page, 'Apply to the running hall').click();
    await page.getByRole('heading', { name: 'History', level: 1 }).waitFor();
  }

  /** Somebody else changes the centre meanwhile. */
  async function changeElsewhere(hub: Hub, make: (file: CentreFile) => CentreFile): Promise<void> {
    const sana = join(hub, { screen: 'manager', name: 'Sana' });
    const asked = (await sana.ask('centreFile', {})) as AskReply<'centreFile'>;
    const { file, base } = (asked as { value: AnswerOf<'centreFile'> }).value;
    await sana.done('changeCentre', { file: make(file), base });
  }

  it('changes the running hall: checked while typed, told before, logged, and taken back', async () => {
    const hub = await testHub({ centre: lahore() });
    const screen = kiosk(hub);
    const page = await setUp(hub);
    await section(page, 'Services').click();
    await button(page, /^Domicile Letter/).click();
    await page.getByLabel('Name in English').first().fill('');
    await page.getByText('Please fill this in.').waitFor();
    expect(await section(page, 'Services').textContent()).toContain('1 to mend');
    expect(await button(page, 'See what will change').isDisabled()).toBe(true);
    await page.getByLabel('Name in English').first().fill('Domicile certificate');
    await button(page, /^Document check waits/).click();
    await page.getByLabel('Promised wait').fill('۴۵');
    // The draft outlives another page and a reload.
    await page.getByRole('link', { name: 'Devices' }).click();
    await page.getByRole('link', { name: 'Set-up not applied' }).click();
    await page.reload();
    await page.getByText('2 changes, not applied yet.').waitFor();
    await button(page, 'See what will change').click();
    await page.getByText('40 minutes').waitFor();
    await page.getByText('45 minutes').waitFor();
    await lookAt(page, 'set-up-review-en');
    await button(page, 'Apply to the running hall').click();
    await screen.see('centre', ({ services }) => services[1]?.name.en === 'Domicile certificate');
    expect(screen.view('centre')?.services[1]?.targetMs).toBe(45 * 60_000);
    await page.getByText('Nadia Hussain').nth(1).waitFor();
    await lookAt(page, 'set-up-history-en');
    await button(page, 'Take back').first().click();
    await screen.see('centre', ({ services }) => services[1]?.name.en === 'Domicile');
    await page.getByText('took a change back').waitFor();
    await button(page, 'Take back').last().click();
    await page.getByText(/The same thing was changed again since: Services · Domicile/).waitFor();
    expect(page.errors).toEqual([]);
  });

  it('adds a service and a counter for it by their names alone, and citizens can take its token', async () => {
    const hub = await testHub({ centre: lahore() });
    const screen = kiosk(hub);
    const page = await setUp(hub);
    await section(page, 'Services').click();
    await button(page, 'Add a service').click();
    await page.getByLabel('Name in English').fill('Passport Office');
    await page.getByLabel('Name in Urdu').fill('پاسپورٹ آفس');
    await lookAt(page, 'set-up-add-en');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Passport Office' }).waitFor();
    expect(await page.getByLabel('Letter of its tokens').inputValue()).toBe('U');
    await page.getByText('No counter does this yet.').first().waitFor();
    await lookAt(page, 'set-up-service-en');
    await section(page, 'What counters serve').click();
    await button(page, /^Post 3 services/).click();
    await button(page, 'Serve Passport Office here').click();
    await button(page, 'Serve Passport Office later').click();
    await lookAt(page, 'set-up-levels-en');
    await section(page, 'Counters').click();
    await button(page, 'Add a counter').click();
    await page.getByRole('heading', { name: 'Counter 31' }).waitFor();
    await apply(page);
    expect((await screen.done('issue', wishFor('passport-office'))).label).toBe('U-001');
    // What still has tokens cannot be taken away, and it is said before.
    await section(page, 'Services').click();
    await button(page, 'Remove Passport Office').click();
    await button(page, 'See what will change').click();
    await page.getByText('The service Passport Office cannot be removed: 1 tokens').waitFor();
    expect(await button(page, 'Apply to the running hall').isDisabled()).toBe(true);
    await lookAt(page, 'set-up-blocked-en');
    expect(page.errors).toEqual([]);
  });

  it('loses nobody’s change when somebody else was faster', async () => {
    const hub = await testHub({ centre: lahore() });
    const page = await setUp(hub);
    await page.getByLabel('A new service day begins at').fill('5');
    await page.getByText('Write a time like 08:30.').waitFor();
    await page.getByLabel('A new service day begins at').fill('530');
    await page.keyboard.press('Tab');
    await page.getByText('1 change, not applied yet.').waitFor();
    await changeElsewhere(hub, (file) => ({ ...file, holidays: ['2027-01-01'] }));
    await page.getByText('Somebody else has changed the centre').waitFor();
    await lookAt(page, 'set-up-overtaken-en');
    await button(page, 'Put my changes on the new one').click();
    await apply(page);
    await changeElsewhere(hub, (file) => {
      expect([file.dayStart, file.holidays]).toEqual(['05:30', ['2027-01-01']]);
      return { ...file, carriedDays: 3 };
    });
    expect(page.errors).toEqual([]);
  });

  it('saves the centre as a file, reads it in again, and tells its faults by line in the language of the page', async () => {
    const hub = await testHub({ centre: lahore() });
    const page = await setUp(hub);
    await section(page, 'Save and read').click();
    const download = page.waitForEvent('download');
    await button(page, 'Save the file').click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('lahore.yaml');
    const text = readFileSync(await saved.path(), 'utf8');
    expect(readCentreFile(text)).toEqual({ ok: true, centre: lahore() });
    const choose = async (content: string) => {
      const chooser = page.waitForEvent('filechooser');
      await button(page, /Choose a file|فائل منتخب کریں/).click();
      await (await chooser).setFiles({ name: 'centre.yaml', mimeType: 'text/yaml', buffer: Buffer.from(content) });
    };
    await choose(text.replace('dayStart: 04:00', 'dayStart: 05:00'));
    await page.getByText('1 change, not applied yet.').waitFor();
    await button(page, 'Discard').click();
    await button(page, 'Bring them back').click();
    await page.getByText('1 change, not applied yet.').waitFor();
    await button(page, 'Discard').click();
    await button(page, 'اردو').click();
    await choose(text.replace('series: B', 'series: O'));
    await page.getByText('ایک یا دو بڑے انگریزی حروف').waitFor();
    await lookAt(page, 'set-up-file-ur');
    expect(page.errors).toEqual([]);
  });

  it('takes a picture for the boards and shows it there at once', async () => {
    const hub = await testHub({ centre: lahore() });
    const board = join(hub, { screen: 'board', hallId: null });
    const page = await setUp(hub);
    await section(page, 'Texts and pictures').click();
    const choose = async (...files: string[]) => {
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Add pictures or videos').click();
      await (await chooser).setFiles(files);
    };
    await choose(path(ROOT, 'docs/pictures/kiosk.png'));
    await board.see('board', ({ media }) => media.length === 1);
    await choose(path(ROOT, 'README.md'));
    await page.getByText('This is no picture or video that a board can show.').waitFor();
    await page.getByText('kiosk.png').waitFor();
    await lookAt(page, 'set-up-texts-en');
    await button(page, 'Remove kiosk.png').click();
    expect((await board.see('board', ({ media }) => media.length === 0)).media).toEqual([]);
    const sana = join(hub, { screen: 'manager', name: 'Sana' });
    await sana.done('addStaff', { name: 'Ali Raza', role: 'supervisor', pin: '926481', secondPin: '370915' });
    await sana.done('enrolCard', { name: 'Ali Raza', card: '0012345678' });
    await section(page, 'History').click();
    await page.getByText('joined: supervisor').waitFor();
    await page.getByText('taken away').waitFor();
    const takeBack = (place: number) => button(page, 'Take back').nth(place).click();
    await takeBack(2);
    await page.getByText('The same thing was changed again since: kiosk.png.').waitFor();
    await lookAt(page, 'set-up-history-media-en');
    await takeBack(1);
    await board.see('board', ({ media }) => media.length === 1);
    await page.getByText('took a change back').waitFor();
    // The pictures and the staff go with the centre into its file, and come out of it.
    await section(page, 'Save and read').click();
    const saved = page.waitForEvent('download');
    await button(page, 'Save the file').click();
    expect((await saved).suggestedFilename()).toBe('lahore.zip');
    const file = await (await saved).path();
    await sana.done('changeMedia', { files: [{ name: 'kiosk.png', upload: null }] });
    await sana.done('removeStaff', { staffId: 1 });
    await board.see('board', ({ media }) => media.length === 0);
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Choose a file').click();
    await (await chooser).setFiles(file);
    await page.getByText('It holds 1 picture or video for the boards.').waitFor();
    await page.getByText('It names 1 of the staff.').waitFor();
    await page.getByText('joins as supervisor').waitFor();
    await lookAt(page, 'set-up-file-pictures-en');
    await button(page, 'اردو').click();
    await lookAt(page, 'set-up-file-staff-ur');
    await button(page, 'English').click();
    await button(page, 'Take them over').click();
    await page.getByText('All of them are on the staff already, as the file says.').waitFor();
    expect(await sana.ask('people', {})).toMatchObject({ value: { staff: [{ name: 'Ali Raza', hasPin: false }] } });
    await button(page, 'Put them on the boards').click();
    await board.see('board', ({ media }) => media.length === 1);
    await button(page, 'اردو').click();
    await lookAt(page, 'set-up-file-pictures-ur');
    await section(page, 'تاریخ').click();
    await lookAt(page, 'set-up-history-media-ur');
  });

  it('has every section in both languages without a fault of access', async () => {
    const hub = await testHub({ centre: lahore() });
    const page = await setUp(hub);
    const sections = page.getByRole('navigation').nth(2).getByRole('button');
    const other = button(page, /^(English|اردو)$/);
    for (let place = 0; place < (await sections.count()); place += 1) {
      await sections.nth(place).click();
      await lookAt(page, `set-up-section-${place}`);
      await other.click();
      await lookAgain(page, `set-up-section-${place}-other`);
    }
    await button(page, 'اردو').click();
    await sections.nth(4).click();
    await page.locator('main ul').getByRole('button').first().click();
    await page
      .getByRole('button', { name: /^کاغذات کی جانچ/ })
      .first()
      .click();
    await lookAt(page, 'set-up-service-ur');
    await page.getByLabel('نام انگریزی میں').first().fill('');
    await page.getByText('براہ کرم یہ پُر کریں۔').waitFor();
    await page.getByLabel('نام انگریزی میں').first().fill('Licence');
    await page.getByRole('button', { name: 'دیکھیں کیا بدلے گا' }).click();
    await page.getByText('Licence').last().waitFor();
    await lookAt(page, 'set-up-review-ur');
    expect(page.errors).toEqual([]);
  }, 120_000);
});
