import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Centre } from '../../src/domain/centre.ts';
import { tokenKeyOf } from '../../src/hub/citizen/token-key.ts';
import { pair, type Shown } from '../../src/hub/paired/pair.ts';
import { readKey } from '../../src/store/files/key-file.ts';
import { newKey } from '../support/http/api.ts';
import { httpOf } from '../support/http/http-of.ts';
import { PHONE, phonesOf } from '../support/http/phones.ts';
import { lahore } from '../support/lahore.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { pause } from '../support/pause.ts';
import { approved, PIN, staffedHub } from '../support/staff.ts';
import { kiosk, operator, wishFor } from '../support/test-hub.ts';

/** Texts that do something on a page that takes them for more than text; none is longer than a name may be. */
const CORPUS = [
  '<script>hit(1)</script>',
  '<img src=x onerror=hit(2)>',
  '<svg/onload=hit(3)><svg><animate onbegin=hit(3)>',
  'javascript:hit(4)',
  `"'><a autofocus onfocus=hit(5) onmouseover=hit(5)>`,
  '`${hit(6)}` ${hit(6)} {{hit(6)}} <%= hit(6) %>',
  '\u202E<b onclick=hit(7)>\u202C</b>',
  '</title></style></script><iframe srcdoc="<p onload=hit(8)>">',
] as const;

/** All of them, and what would be fetched from another machine. */
const everyText = (elsewhere: string) =>
  [...CORPUS, `<img src=${elsewhere}/i><link rel=stylesheet href=${elsewhere}/s>`].join(' ');

const both = (text: string): Centre['name'] => ({ en: text, ur: text });

/** The centre that ships, with such texts wherever somebody who sets a centre up gives a name: one in turn, or all at once. */
function namedCentre(all: string): Centre {
  const inTurn = <One extends object>(named: readonly One[]) =>
    named.map((one, place) => ({ ...one, name: both(CORPUS[place % CORPUS.length] ?? '') }));
  const atOnce = <One extends object>(named: readonly One[]) => named.map((one) => ({ ...one, name: both(all) }));
  const centre = lahore();
  const services = inTurn(centre.services).map((one) => ({ ...one, papers: [both(all)] }));
  const [stages, groups, profiles] = [inTurn(centre.stages), inTurn(centre.groups), inTurn(centre.profiles)];
  const [halls, classes] = [atOnce(centre.halls), atOnce(centre.classes)];
  return { ...centre, name: both(all), services, stages, groups, profiles, halls, classes, ticker: [both(all)] };
}

type Staffed = Awaited<ReturnType<typeof staffedHub>>;

/** A machine of that name becomes a device. */
async function pairMachine({ hub, manager }: Staffed, name: string): Promise<void> {
  const shown = Promise.withResolvers<Shown>();
  const paired = pair(hub.network?.url ?? '', shown.resolve, 50);
  const { code } = await shown.promise;
  expect(await approved(manager, 'pairDevice', { code, name, kind: 'board', place: null })).toMatchObject({ ok: true });
  await paired;
}

/** Staff, cards, keys, devices and reasons of those names, at a hall at work; gives the key of a token's page. */
async function workingHub(elsewhere: string) {
  const lan = { host: '127.0.0.1', port: 0 };
  const staffed = await staffedHub({ centre: namedCentre(everyText(elsewhere)), lan });
  const { hub, manager, add, addGiven, signIn } = staffed;
  const staffId = await add(CORPUS[4], 'operator');
  await addGiven(CORPUS[7], 'operator');
  const made = [
    await approved(manager, 'enrolCard', { name: CORPUS[1], card: '0012345678', staffId }),
    await approved(manager, 'addApiKey', { ...newKey().command, name: CORPUS[2] }),
  ];
  expect(made).toMatchObject([{ ok: true }, { ok: true }]);
  await pairMachine(staffed, CORPUS[1]);
  const session = await signIn('operator', staffId);
  const desk = operator(hub, 2, { session });
  await desk.done('openCounter', { operator: CORPUS[4] });
  const citizen = kiosk(hub);
  for (const reason of CORPUS.slice(0, 3)) {
    const { label = '', tokenId = 0 } = await citizen.done('issue', wishFor('domicile', ['elder']));
    await desk.done('jump', { label, reason });
    await desk.done('start', { tokenId });
    await desk.done('park', { tokenId, returnMinutes: null });
  }
  const { tokenId = 0 } = await citizen.done('issue', wishFor('domicile'));
  await desk.done('call', {});
  await citizen.done('issue', wishFor('domicile'));
  return { hub, key: tokenKeyOf(readKey(hub.folder, 'person'), tokenId) };
}

/** What a page must never do, written down: run a text, open a dialog, ask for what its policy forbids. */
async function watch(page: Page) {
  const done: string[] = [];
  await page.exposeFunction('hit', (which: unknown) => void done.push(`hit ${String(which)}`));
  await page.exposeFunction('broken', (what: string) => void done.push(what));
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
    window.broken(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample + ' ' + event.sourceFile))`);
  page.on('dialog', (dialog) => {
    done.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return done;
}

/** Everything that is to be read on a page, in its fields too. */
const READ = `document.body.innerText + [...document.querySelectorAll('input, textarea')].map((one) => one.value).join()`;

/** What none of the texts may have become. */
const MADE = [
  'img[src="x"], img[src$="/i"], link[href$="/s"], svg[onload], animate, iframe[srcdoc]',
  'script:not([src]), [onclick], [onfocus], [onmouseover], [href^="javascript:"]',
].join(', ');

/** Nothing of the texts has become a part of the page; where they stand on it, people can read them. */
async function isText(page: Page, what: string, isNamed = true): Promise<void> {
  if (isNamed)
    await expect.poll(async () => [what, await page.evaluate(READ)]).toEqual([what, expect.stringContaining('hit(')]);
  expect([what, await page.locator(MADE).count()]).toEqual([what, 0]);
}

async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Your name' }).fill(name.slice(0, 1));
  await isText(page, 'the list of the staff');
  await page.getByRole('option', { name }).click();
  await page.getByLabel('PIN').fill(PIN);
  await page.keyboard.press('Enter');
}

/** Pages of the manager on which names stand in such a hall, and those with counts alone. */
const NAMED = [
  'wall',
  'applications',
  'appointments',
  'replay',
  'what-if',
  'paper',
  'devices',
  'people',
  'integrations',
];
const BARE = ['today', 'forecasts', 'feedback', 'records'];

/** Every page of the manager, the sheets of reports, and the sections of the set-up with an entry of each. */
async function seeManager(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/manager/`);
  await signInAs(page, 'Sana');
  await page.getByRole('heading', { name: 'Alarms' }).waitFor();
  for (const name of [...NAMED, ...BARE]) {
    await page.evaluate(`location.hash = '${name}'`);
    await page.locator(`nav a[href="#${name}"][aria-current]`).first().waitFor();
    await isText(page, name, NAMED.includes(name));
  }
  await page.evaluate(`location.hash = 'reports'`);
  await page.getByRole('rowheader', { name: 'hit(' }).first().waitFor();
  for (const name of ['Exceptions', 'Stages', 'Counters of a day']) {
    await page.getByRole('button', { name, exact: true }).click();
    await isText(page, `reports: ${name}`);
  }
  await page.evaluate(`location.hash = 'set-up'`);
  const sections = page.getByRole('navigation').nth(2).getByRole('button');
  await sections.first().waitFor();
  for (const section of await sections.all()) {
    await section.dispatchEvent('click');
    await isText(page, `set-up: ${await section.textContent()}`, false);
    const entry = page.locator('main ul').getByRole('button').filter({ hasText: 'hit(' }).first();
    if ((await entry.count()) === 0) continue;
    await entry.dispatchEvent('click');
    await isText(page, `set-up: an entry of ${await section.textContent()}`);
  }
}

/** The way of a citizen to the last page before a token. */
async function seeKiosk(page: Page, url: string): Promise<void> {
  await page.setViewportSize(SIZES.kiosk);
  await page.goto(`${url}/kiosk/?kiosk=1`);
  for (const what of ['groups', 'services', 'a service']) {
    await isText(page, `kiosk: ${what}`);
    await pause();
    await page.getByRole('main').getByRole('button', { name: 'hit(' }).first().press('Enter');
  }
  await isText(page, 'kiosk: the last page');
}

/** A console with somebody at the counter, and the questions that list what has names. */
async function seeConsole(page: Page, url: string): Promise<void> {
  const press = async (name: string | RegExp) => {
    await pause();
    await page.getByRole('button', { name }).click();
  };
  await page.setViewportSize(SIZES.console);
  await page.goto(`${url}/operator/?counter=1`);
  await signInAs(page, 'Sana');
  for (const name of ['Open the counter', /^Call a token/, 'Call next', 'Start serving', /^Transfer/]) {
    await press(name);
    if (name instanceof RegExp) await page.getByRole('dialog').waitFor();
    await isText(page, `console: ${String(name)}`);
    if (name instanceof RegExp) await page.keyboard.press('Escape');
  }
}

/** Pages that only show. */
async function seeScreens(page: Page, hub: Staffed['hub'], key: string): Promise<void> {
  await page.goto(`${hub.url}/`);
  await isText(page, 'the first page');
  await page.setViewportSize(SIZES.board);
  for (const which of ['', `?hall=${lahore().halls[0]?.id ?? ''}`, '?counter=2']) {
    await page.goto(`${hub.url}/counter-display/${which}`);
    await isText(page, `board ${which}`);
  }
  await page.setViewportSize(PHONE);
  await page.goto(`${phonesOf(hub)}/t/${key}`);
  await isText(page, 'the phone');
}

describe.skipIf(!CHROMIUM)('texts that people give', () => {
  const { open } = useBrowser();

  it('stand on every screen as the texts that they are, run nothing, fetch nothing, and break no rule of the policy', async () => {
    const asked: string[] = [];
    const elsewhere = await httpOf((req, res) => {
      asked.push(req.url ?? '');
      res.end();
    });
    const { hub, key } = await workingHub(elsewhere);
    const page = await open('about:blank', SIZES.console, { reducedMotion: 'reduce' });
    const done = await watch(page);
    for (const see of [seeManager, seeKiosk, seeConsole]) await see(page, hub.url);
    await seeScreens(page, hub, key);
    expect([done, asked, page.errors]).toEqual([[], [], []]);
    // What had been done would have been told.
    await page.evaluate(`hit(0), (document.body.innerHTML = '<img src=x onerror=hit(1)>')`);
    await expect.poll(() => done).toEqual(['hit 0', expect.stringContaining('script-src-attr')]);
  }, 120_000);
});
