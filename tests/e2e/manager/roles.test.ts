import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../../src/domain/integrations/api-key.ts';
import type { StaffRole } from '../../../src/domain/people/role.ts';
import type { Language } from '../../../src/domain/token.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import type { CommandName, QuestionName } from '../../../src/protocol/commands.ts';
import { MAY_ASK, MAY_SEND } from '../../../src/protocol/roles.ts';
import { MANAGER_WORDS } from '../../../src/renderer/words/manager.ts';
import { fileApplications } from '../../support/filed.ts';
import { testFolder } from '../../support/folder.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAgain, lookAt } from '../../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { answered, approved, staffedHub } from '../../support/staff.ts';
import { kiosk, MONDAY_TEN, testHub, wishFor } from '../../support/test-hub.ts';

type Offer = readonly [at: string, words?: Word, section?: 'history' | 'texts'];
type Wish = CommandName | QuestionName;
type Word = keyof (typeof MANAGER_WORDS)['en'];

/** The number of the application that is filed first. */
const FILED = '2600000014';

const ROLES = ['auditor', 'supervisor', 'manager'] as const satisfies readonly StaffRole[];

/** What can be typed into, ticked or chosen. */
const FIELDS = 'main :is(input:not([readonly], [aria-readonly=true], [aria-readonly=true] *), select):enabled';

/** Where each wish is offered: the page, the section of the set-up, and the words of its button; else by its fields. */
const OFFERED: Readonly<Partial<Record<Wish, Offer>>> = {
  acknowledgeAlarm: ['today', 'alarmSeen'],
  advanceApplication: ['applications', 'finishStage'],
  sendBackApplication: ['applications', 'sendBack'],
  endApplication: ['applications', 'endIt'],
  enterPaper: ['paper', 'paperEnter'],
  testPrinter: ['devices', 'testPrint'],
  enrolCard: ['devices', 'cardAdd'],
  removeCard: ['devices', 'cardRemove'],
  pairDevice: ['devices', 'pairingAdd'],
  addStaff: ['people', 'peopleAdd'],
  changeStaff: ['people', 'peopleChange'],
  setPin: ['people', 'peopleNewPin'],
  removeStaff: ['people', 'peopleRemove'],
  addApiKey: ['integrations', 'apiKeyAdd'],
  revokeApiKey: ['integrations', 'apiKeyRevoke'],
  addWebhook: ['integrations', 'webhookAdd'],
  removeWebhook: ['integrations', 'webhookRemove'],
  printDayClose: ['records', 'dayClosePrint'],
  takeSnapshot: ['records', 'copyTake'],
  restore: ['records', 'copyDo'],
  findSubject: ['records', 'subjectFind'],
  changeCentre: ['set-up'],
  undoSetUp: ['set-up', 'takeBack', 'history'],
  changeMedia: ['set-up', 'mediaAdd', 'texts'],
};

/** What is offered beside something else, or follows from it: to the same roles, then. */
const WITH = {
  checkCentre: 'changeCentre',
  importStaff: 'addStaff',
  webhookSecret: 'addWebhook',
  restartWebhook: 'removeWebhook',
  revokeDevice: 'pairDevice',
  eraseSubject: 'findSubject',
  unlockStaff: 'changeStaff',
} as const satisfies Partial<Record<Wish, Wish>>;

/** What this screen never asks for by a button, though it may: a console confirms the clock, a dialog approves. */
const NOWHERE: readonly Wish[] = ['confirmClock', 'approve', 'makeFirstManager'];

/** What stands on a page once it has what it shows. */
const READY: Readonly<Record<string, string>> = {
  today: 'main li[data-level]',
  applications: 'main section table',
  devices: 'main tbody tr',
  people: 'main tbody tr',
  integrations: 'main li',
  records: 'main tbody tr',
  'set-up': 'main h1',
};

const WAYS = { ...MAY_SEND, ...MAY_ASK };
const may = (role: StaffRole, wish: Wish): boolean =>
  WAYS[wish].some(({ screen, roles }) => screen === 'manager' && roles.includes(role));

/** A day with something of everything, and somebody of each role. */
async function fullHall() {
  const folder = testFolder();
  const centre = lahore();
  const morning = await testHub({ centre, folder });
  expect(await fileApplications(morning, 'domicile', 1)).toEqual([FILED]);
  await kiosk(morning).done('issue', wishFor('traffic-fine'));
  await morning.close();
  const { hub, manager, session, add, signIn } = await staffedHub({
    centre,
    folder,
    clock: demoClock(MONDAY_TEN + 90 * 60_000, 0),
    lan: { host: '127.0.0.1', port: 0 },
    askRestore: () => undefined,
  });
  await approved(manager, 'enrolCard', { name: 'Ali', card: '0012345678' });
  await approved(manager, 'addApiKey', {
    handle: 'abcdef123456',
    secretHash: 'a'.repeat(64),
    name: 'App',
    scopes: [SCOPES[0]],
  });
  await approved(manager, 'addWebhook', { url: 'http://127.0.0.1:9/', events: ['token.issued'] });
  const { file, base } = await answered(manager, 'centreFile');
  await approved(manager, 'changeCentre', { file: { ...file, holidays: ['2027-01-01'] }, base });
  await answered(manager, 'takeSnapshot');
  const sessionOf = async (role: StaffRole) =>
    role === 'manager' ? session : signIn('manager', await add(`One ${role}`, role));
  return { hub, sessionOf };
}

it('offers on its pages whatever the table gives to some and not to others', () => {
  const differs = (Object.keys(WAYS) as Wish[]).filter(
    (wish) => new Set(ROLES.map((role) => may(role, wish))).size > 1 && !NOWHERE.includes(wish),
  );
  expect(differs.toSorted()).toEqual([...Object.keys(OFFERED), ...Object.keys(WITH)].toSorted());
  for (const [wish, other] of Object.entries(WITH) as [Wish, Wish][]) {
    expect(ROLES.map((role) => may(role, wish))).toEqual(ROLES.map((role) => may(role, other)));
  }
});

const button = (page: Page, word: Word, language: Language) => {
  // What is filled in may be anything; a key may stand behind the words.
  const words = MANAGER_WORDS[language][word].replaceAll(/{{.*?}}/g, '.*');
  return page.locator('main button', { hasText: new RegExp(`^\\s*${words}\\s*(Enter)?$`) });
};

const sections = (page: Page, language: Language) =>
  page.getByRole('navigation', { name: MANAGER_WORDS[language].setUpSections }).getByRole('button');

/** Goes to a page and waits for what it shows: of the applications the one that is filed. */
async function go(page: Page, at: string): Promise<void> {
  await page.evaluate(`location.hash = '${at}'`);
  if (at === 'applications') {
    await page.locator('main form input').first().fill(FILED);
    await page.keyboard.press('Enter');
  }
  await page
    .locator(READY[at] ?? 'main *')
    .first()
    .waitFor();
}

/** Every page that the links lead to, a group after another. */
async function pagesOf(page: Page): Promise<string[]> {
  const found = new Set<string>();
  for (const group of await page.locator('header nav a').all()) {
    await group.click();
    await group.and(page.locator('[aria-current=true]')).waitFor();
    for (const link of await page.locator('nav a[href^="#"]').all()) found.add((await link.getAttribute('href')) ?? '');
  }
  return [...found].map((href) => href.slice(1));
}

/** What is offered to a role that may not do it. Waits for whatever it may. */
async function offeredTooMuch(page: Page, role: StaffRole, language: Language, pages: readonly string[]) {
  const tooMuch: string[] = [];
  for (const [wish, [at, word, section]] of Object.entries(OFFERED) as [Wish, Offer][]) {
    // A page that nobody of that role is led to offers nothing to those who may.
    if (!pages.includes(at) && !may(role, wish)) continue;
    await go(page, at);
    if (section) {
      await sections(page, language)
        .filter({ hasText: MANAGER_WORDS[language][`section_${section}`] })
        .click();
      await page
        .locator(section === 'history' ? 'main h4' : 'main fieldset')
        .first()
        .waitFor();
    }
    const control = word ? button(page, word, language) : page.locator(FIELDS);
    if (may(role, wish)) await control.first().waitFor();
    else if ((await control.count()) > 0) tooMuch.push(wish);
  }
  return tooMuch;
}

/** Looks at every section of the set-up: nothing in it can be changed, and the page says so. */
async function checkReadOnly(page: Page, language: Language): Promise<void> {
  await go(page, 'set-up');
  for (const section of await sections(page, language).all()) {
    await section.click();
    await page.getByText(MANAGER_WORDS[language].setUpReadOnly).waitFor();
    const entry = page.locator('main li > button').first();
    if (await entry.isVisible()) await entry.click();
    expect([await section.textContent(), await page.locator(FIELDS).count()]).toEqual([await section.textContent(), 0]);
  }
}

describe.skipIf(!CHROMIUM)('what the pages offer', () => {
  const { open } = useBrowser();

  /** A page at which somebody of that role is signed in, and every no of the hub. */
  async function signedIn(role: StaffRole) {
    const { hub, sessionOf } = await fullHall();
    const session = await sessionOf(role);
    const page = await open(`${hub.url}/manager/`, SIZES.console, { reducedMotion: 'reduce' });
    const refusals: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (payload.includes('"notAllowed"')) refusals.push(String(payload));
      }),
    );
    await page.evaluate(`sessionStorage.setItem('markaz.session.manager', '${session}')`);
    // A manager was at this tab before, and left a draft: nobody else is shown it.
    const draft = JSON.stringify({ base: '', before: { id: 'before' }, file: { id: 'after' } });
    if (role !== 'manager') await page.evaluate(`sessionStorage.setItem('markaz.manager.set-up', '${draft}')`);
    const read = async (language: Language) => {
      await page.evaluate(`location.hash = 'wall'; localStorage.setItem('markaz.manager.language', '${language}')`);
      await page.reload();
      await page.getByRole('heading', { name: MANAGER_WORDS[language].alarmsTitle }).waitFor();
    };
    return { page, refusals, read };
  }

  it.each(ROLES)('are to the %s what the table allows, in both languages', { timeout: 300_000 }, async (role) => {
    const { page, refusals, read } = await signedIn(role);
    for (const language of ['en', 'ur'] as const) {
      await read(language);
      const pages = await pagesOf(page);
      expect(await offeredTooMuch(page, role, language, pages)).toEqual([]);
      if (!may(role, 'changeCentre')) await checkReadOnly(page, language);
      for (const at of role === 'auditor' ? pages : []) {
        await go(page, at);
        await (language === 'en' ? lookAt : lookAgain)(page, `auditor-${at}-${language}`);
      }
    }
    expect([...refusals, ...page.errors]).toEqual([]);
  });
});
