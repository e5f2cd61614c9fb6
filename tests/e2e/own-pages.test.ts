import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../src/main/mode.ts';
import { ROOT } from '../support/folder.ts';
import { lookAt } from '../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';

/** Electron's end of a page's channels: what it sends is kept, and `hear` is called with what it is sent. */
const ELECTRON = `
  globalThis.sent = [];
  globalThis.require = () => ({
    contextBridge: { exposeInMainWorld() {} },
    ipcRenderer: {
      send: (...message) => sent.push(message),
      on: (_channel, hear) => (globalThis.hear = hear),
    },
  });
`;
const PRELOAD = readFileSync(join(ROOT, 'out/preload/preload.cjs'), 'utf8');

/** The faces that a page names: how many, and which it does not have: a file that is missing falls back to another letter. */
const facesOf = (page: Page) =>
  page.evaluate<{ named: number; missing: string[] }>(`({
    named: document.fonts.size,
    missing: [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family),
  })`);
const ALL_FACES = { named: 3, missing: [] };

const WORDS = ['cushion', 'lantern', 'mountain', 'river', 'saffron', 'window'];

describe.skipIf(!CHROMIUM)('the pages of the app itself, with their own preload', () => {
  const browser = useBrowser();
  async function open(file: string) {
    const page = await browser.open('about:blank', SIZES.console);
    await page.addInitScript(`${ELECTRON}(() => {${PRELOAD}\n})()`);
    await page.goto(pathToFileURL(join(ROOT, 'src/main', file)).href);
    return page;
  }

  it('ask in both languages what the machine is, and the shell understands every answer', async () => {
    const page = await open('first-run.html');
    await lookAt(page, 'app-first-run');
    expect(await page.locator('button [lang=ur], label [lang=ur]').count()).toBe(10);
    const asShown = page.locator('input[placeholder]');
    for (const field of await asShown.all()) await field.fill((await field.getAttribute('placeholder')) ?? '');
    await page.getByRole('textbox', { name: /kiosk or counter/ }).fill('2');
    await page.getByRole('button', { name: /hub of the centre/ }).click();
    const [[channel, values]] = await page.evaluate<[[string, Record<string, unknown>]]>('sent');
    expect(channel).toBe('choose-mode');
    expect(choiceOf(values)).toEqual({ ...values, mode: 'hub', readers: [] });
    expect(Object.values(values)).not.toContain('');
    expect(await facesOf(page)).toEqual(ALL_FACES);
  });

  it('take “none” for where phones come by, and nothing that is no address', async () => {
    const page = await open('first-run.html');
    const listen = page.locator('[name=citizenListen]');
    for (const [text, is] of [
      ['none', true],
      ['[::]:8080', true],
      ['8080', false],
      ['', true],
    ] as const) {
      await listen.fill(text);
      expect([text, await page.locator('[name=citizenListen]:valid').count()]).toEqual([text, Number(is)]);
    }
  });

  it('show code, words and trouble of a machine that is not paired', async () => {
    const page = await open('pairing.html');
    await lookAt(page, 'app-pairing');
    const show = (shown: object) => page.evaluate(`hear(null, ${JSON.stringify(shown)})`);
    await show({ code: '482913', words: WORDS });
    await lookAt(page, 'app-pairing-code');
    await show({ code: '482913', words: WORDS, isEntered: true });
    await lookAt(page, 'app-pairing-words');
    await page.getByRole('button', { name: /words are the same/ }).click();
    expect(await page.evaluate('sent')).toEqual([['words-same']]);
    await show({ trouble: 'The hub cannot be reached: connect ECONNREFUSED 192.168.1.10:4843' });
    await page.getByRole('alert').getByText('ECONNREFUSED').waitFor();
    await lookAt(page, 'app-pairing-trouble');
    expect(await facesOf(page)).toEqual(ALL_FACES);
  });
});
