import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { morningClock } from '../../support/morning-clock.ts';
import { AIDS } from '../../../src/kiosk/aids/aids.ts';
import type { VoiceManifest } from '../../../src/protocol/voice-manifest.ts';
import { plainText, textClips } from '../../../src/speech/text-clips.ts';
import { KIOSK_WORDS } from '../../../src/renderer/words/kiosk.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAt } from '../../support/look-at.ts';
import { pause } from '../../support/pause.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { testHub } from '../../support/test-hub.ts';

type Aid = (typeof AIDS)[number];

const NAMES = { low: 0, large: 1, contrast: 2, spoken: 3, steps: 4 } as const satisfies Record<Aid, number>;

/** What of the page lies outside the screen, under the frame, or, where the controls are to lie low, above the middle. */
const misplaced = (page: Page, isLow: boolean) =>
  page.evaluate<string[]>(`(() => {
    const top = ${isLow ? 'innerHeight / 2 - 1' : '0'};
    const main = document.querySelector('main').getBoundingClientRect();
    const wrong = (element, box) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
    };
    const buttons = [...document.querySelectorAll('button')].filter((one) =>
      wrong(one, { left: 0, right: innerWidth, top, bottom: innerHeight }));
    const parts = [...document.querySelectorAll('main *')].filter((one) =>
      one.offsetParent && !one.closest('ul, svg') && wrong(one, main));
    return [...buttons, ...parts].map((one) => one.tagName + ' ' + (one.ariaLabel ?? one.textContent).slice(0, 40));
  })()`);

/** What the page shows in a language, block by block. */
const shown = async (page: Page, language: string): Promise<readonly string[]> => {
  // A sheet of the document's own: the hub's pages take no style in a tag.
  const other = `main [lang]:not([lang='${language}']) { display: none !important; }`;
  const text = await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(other)});
    document.adoptedStyleSheets = [sheet];
    const text = document.querySelector('main').innerText;
    document.adoptedStyleSheets = [];
    return text;
  })()`);
  return String(text).split(/[\n\t]+/);
};

/** Writes down what the page plays: the file of each clip, and how often something had none. */
const HEAR = `window.played = []; window.ticks = 0;
  const names = new WeakMap(), files = new WeakMap();
  const get = window.fetch, read = Response.prototype.arrayBuffer, decode = AudioContext.prototype.decodeAudioData;
  Response.prototype.arrayBuffer = async function () {
    const bytes = await read.call(this);
    names.set(bytes, this.url.split('/').at(-1));
    return bytes;
  };
  AudioContext.prototype.decodeAudioData = async function (bytes) {
    const name = names.get(bytes);
    const buffer = await decode.call(this, bytes);
    files.set(buffer, name);
    return buffer;
  };
  const clip = AudioBufferSourceNode.prototype.start, tone = OscillatorNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (at) {
    window.played.push(files.get(this.buffer));
    return clip.call(this, at);
  };
  OscillatorNode.prototype.start = function (at) { window.ticks += 1; return tone.call(this, at); };`;

describe.skipIf(!CHROMIUM)('the aids of the kiosk', () => {
  const { open } = useBrowser();

  async function kioskAt(
    url: string,
    size: { width: number; height: number },
    language: 'en' | 'ur',
    aids: readonly Aid[],
  ) {
    const page = await open('about:blank', size, { reducedMotion: 'reduce' });
    await page.addInitScript(HEAR);
    await page.goto(`${url}/kiosk/?kiosk=1`);
    const main = page.locator('main');
    await main.getByRole('button').first().waitFor();
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    if (aids.length > 0) {
      await page.getByRole('button', { name: /easier|آسان/ }).click();
      // What is read aloud asks for two touches from then on: last.
      for (const aid of aids) await page.getByRole('dialog').getByRole('button').nth(NAMES[aid]).click();
      await page.getByRole('dialog').getByRole('button').last().click();
      if (aids.includes('spoken')) await page.getByRole('dialog').getByRole('button').last().click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    // While the screen is read aloud the first touch says what is there.
    const touch = async (button: Locator) => {
      await pause();
      await button.click();
      if (aids.includes('spoken') && (await button.getAttribute('data-heard')) !== null) await button.click();
    };
    const tap = (place: number) => touch(main.getByRole('button').nth(place));
    return { page, main, tap, touch, startOver: () => touch(page.getByRole('button', { name: /Start over|شروع سے/ })) };
  }

  /** Goes through every page of the kiosk, with a look at each. */
  async function walk(
    { main, tap, touch, startOver }: Awaited<ReturnType<typeof kioskAt>>,
    look: (name: string) => Promise<void>,
  ) {
    await look('groups');
    await tap(0);
    await look('services');
    await tap(0);
    await look('confirm');
    await touch(main.getByRole('button', { name: /Add another service|ایک اور خدمت/ }));
    await tap(1);
    await tap(0);
    await look('several');
    await startOver();
    await tap(-1);
    await look('ways');
    await tap(0);
    await look('code');
    await startOver();
    await tap(-1);
    await tap(1);
    for (let i = 0; i < 13; i += 1) await main.getByRole('button', { name: '3', exact: true }).click();
    await look('cnic');
    await tap(-1);
    await main.getByRole('heading', { name: /No appointment|کوئی اپائنٹمنٹ/ }).waitFor();
    await look('answer');
    await startOver();
    await tap(0);
    await tap(0);
    await tap(-1);
    await main.getByText(/This kiosk shows the slip here|یہ کیوسک پرچی/).waitFor();
    await look('token');
  }

  it.each([
    ['kiosk', 'ur', ['low'], true],
    ['kiosk', 'en', ['large'], true],
    ['kioskLandscape', 'ur', ['low', 'large', 'contrast'], true],
    // The same pages in other places: axe has seen them.
    ['kioskLandscape', 'en', ['low'], false],
    ['kioskLandscape', 'ur', ['large'], false],
  ] as const)(
    'keep every page whole, touchable and clean by axe: %s, %s, %s',
    async (size, language, aids, isForAxe) => {
      const hub = await testHub({ centre: lahore(), clock: morningClock });
      const citizen = await kioskAt(hub.url, SIZES[size], language, aids);
      await walk(citizen, async (name) => {
        const at = `aids-${size}-${language}-${aids.join('-')}-${name}`;
        if (isForAxe) await lookAt(citizen.page, at);
        expect([at, ...(await misplaced(citizen.page, (aids as readonly Aid[]).includes('low')))]).toEqual([at]);
      });
      expect(citizen.page.errors).toEqual([]);
    },
    90_000,
  );

  it('end with the visit: the next citizen finds the screen as it was', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    const { page, main, tap } = await kioskAt(hub.url, SIZES.kiosk, 'ur', ['low', 'contrast']);
    const aids = () => page.evaluate<string>('document.documentElement.dataset.aids');
    expect(await aids()).toBe('low contrast');
    for (const place of [0, 0, -1]) await tap(place);
    await main.getByText('یہ کیوسک پرچی').waitFor();
    await tap(-1);
    await expect.poll(aids).toBe('');
  });

  it('give time: a page asks before it forgets what was chosen', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    const { page, main, tap } = await kioskAt(hub.url, SIZES.kiosk, 'en', []);
    await page.clock.install();
    await tap(0);
    await tap(0);
    await main.getByText('Print my token').waitFor();
    await page.clock.fastForward(20_000);
    await page.getByText('Are you still there?').waitFor();
    // Whose clock jumps has not heard from the hub for a while.
    await main.getByText('Print my token').waitFor();
    await lookAt(page, 'still-there');
    // A touch anywhere is an answer, also beside the button.
    await page.getByText('What you chose is forgotten in a moment.').click();
    await page.getByText('Are you still there?').waitFor({ state: 'detached' });
    await main.getByText('Print my token').waitFor();
    await page.clock.fastForward(20_000);
    await page.getByText('Are you still there?').waitFor();
    await page.clock.fastForward(10_000);
    await main.getByText('آپ کو کون سی خدمت درکار ہے؟').waitFor();
    expect(await page.getByText('Are you still there?').count()).toBe(0);
  });

  it('give a token to who has keys alone', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    const { page, main } = await kioskAt(hub.url, SIZES.kiosk, 'en', []);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    const press = async (key: string) => {
      await pause();
      await page.keyboard.press(key);
    };
    await press('ArrowDown');
    expect(await focused()).toContain('Identity and residence');
    await press('ArrowRight');
    expect(await focused()).toContain('Vehicle and licence');
    await press('ArrowLeft');
    await press('Enter');
    await expect.poll(focused).toContain('Domicile');
    await press('Enter');
    await main.getByText('Print my token').waitFor();
    for (let i = 0; i < 12 && (await focused()) !== 'Print my token'; i += 1) await page.keyboard.press('ArrowDown');
    await press('Enter');
    await main.getByText('Your token').waitFor();
    expect(page.errors).toEqual([]);
  });

  it('give a token to who has one switch alone', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    const { page, main } = await kioskAt(hub.url, SIZES.kiosk, 'en', []);
    const chooseWhenAt = async (text: string) => {
      const at = () => page.evaluate<string>('document.activeElement.textContent');
      await expect.poll(at, { timeout: 30_000 }).toContain(text);
      await pause();
      // A slow hand keeps it down for longer than the focus stays.
      await page.keyboard.press('Space', { delay: 2_400 });
    };
    const takeToken = async (group: string, service: string) => {
      await page.keyboard.press('Space');
      await chooseWhenAt(group);
      await main.getByText(service).waitFor();
      await chooseWhenAt(service);
    };
    await takeToken('Vehicle and licence', 'Learner Driving License');
    await chooseWhenAt('Print my token');
    await main.getByText('Your token').waitFor();
    await chooseWhenAt('Done');
    // Whoever comes next with one switch begins as the first one did, in the language of the kiosk.
    await main.getByText('آپ کو کون سی خدمت درکار ہے؟').waitFor();
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    await takeToken('شناخت اور رہائش', 'ڈومیسائل');
    await main.getByText('میرا ٹوکن پرنٹ کریں').waitFor();
  }, 90_000);

  it.each(['en', 'ur'] as const)(
    'read every page aloud, with a clip for each of its words (%s)',
    async (language) => {
      const hub = await testHub({ centre: lahore(), clock: morningClock });
      const citizen = await kioskAt(hub.url, SIZES.kiosk, language, ['spoken']);
      const { page } = citizen;
      const { texts } = (await (await fetch(`${hub.url}/voices/${language}/manifest.json`)).json()) as VoiceManifest;
      const played = () => page.evaluate<string[]>('window.played');
      await walk(citizen, async (name) => {
        const lines = await shown(page, language);
        const unsaid = lines
          .flatMap((text) => textClips(text, (part) => Object.hasOwn(texts, part)))
          .filter(({ kind }) => kind === 'unsaid');
        expect([name, ...unsaid]).toEqual([name]);
        // The first of its texts that has a clip of its own: no control, since nobody has touched one here.
        const first = lines.map(plainText).find((text) => Object.hasOwn(texts, text)) ?? '';
        await expect.poll(played, { timeout: 15_000, message: name }).toContain(texts[first]);
        expect([name, await page.evaluate('window.ticks')]).toEqual([name, 0]);
      });
      // What is told meanwhile is read too, also where it stands in a place that was not there before.
      await citizen.main.getByRole('button').last().click();
      const trouble = KIOSK_WORDS[language].wrongCnic;
      await page.evaluate(
        `document.querySelector('main').insertAdjacentHTML('beforeend', '<p role="alert">${trouble}</p>')`,
      );
      await expect.poll(played, { timeout: 30_000 }).toContain(texts[plainText(trouble)]);
      // Nobody else is to hear the number of a card, of which every digit was a three.
      expect(await played()).not.toContain('number-3.wav');
      expect(page.errors).toEqual([]);
    },
    120_000,
  );
});
