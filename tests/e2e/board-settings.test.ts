import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../src/hub/time/clock.ts';
import { lahore } from '../support/lahore.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const HOUR = 3_600_000;

/** One board that is loud and dim at ten in the morning, and one that is neither. */
const CENTRE = {
  ...lahore(),
  boards: [
    {
      id: 'loud',
      hallId: 'hall-1',
      counters: [],
      speaks: ['ur'],
      volume: 0.9,
      night: { fromMinute: 9 * 60, toMinute: 11 * 60 },
    },
    {
      id: 'soft',
      hallId: 'hall-1',
      counters: [],
      speaks: ['ur'],
      volume: 0.25,
      night: { fromMinute: 20 * 60, toMinute: 7 * 60 },
    },
  ] as const,
};

/** The largest element of the board's page, which all else stands in. */
const PAGE = 'document.querySelector("[data-night]")';

/** How far the page stands to the right and below its place at some minutes of its drift. */
const placesAt = (page: Page, minutes: readonly number[]) =>
  page.evaluate<readonly number[][]>(`${JSON.stringify(minutes)}.map((minute) => {
    const [drift] = ${PAGE}.getAnimations();
    drift.currentTime = minute * 60_000;
    const { x, y } = ${PAGE}.getBoundingClientRect();
    return [Math.round(x), Math.round(y)];
  })`);

/** Writes down through which node, and how loud, each sound of the page reaches the machine. */
const LISTEN = `window.heard = [];
  const outs = new Set();
  const { connect } = AudioNode.prototype;
  AudioNode.prototype.connect = function (to, ...more) {
    if (to === this.context.destination) outs.add(this);
    return connect.call(this, to, ...more);
  };
  for (const Source of [OscillatorNode, AudioBufferSourceNode]) {
    const { start } = Source.prototype;
    Source.prototype.start = function (...at) {
      window.heard.push([Source.name, [...outs].map((out) => out.gain?.value ?? 1)]);
      return start.apply(this, at);
    };
  }`;

type Heard = readonly (readonly [source: string, gains: readonly number[]])[];

describe.skipIf(!CHROMIUM)('a board as its centre wants it', () => {
  const { open } = useBrowser();

  async function hallOf() {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ centre: CENTRE, clock });
    const board = (id: string) => open(`${hub.url}/counter-display/?board=${id}`, SIZES.board);
    return { hub, clock, board };
  }

  it('is dim in its night and in no other hour', async () => {
    const { clock, board } = await hallOf();
    const [dim, bright] = [await board('loud'), await board('soft')];
    const look = (page: Page) =>
      page.evaluate<string>(`${PAGE} && ${PAGE}.dataset.night + ' ' + getComputedStyle(${PAGE}).filter`);
    await expect.poll(() => look(dim)).toBe('true brightness(0.45)');
    await expect.poll(() => look(bright)).toBe('false none');
    clock.turnTo(MONDAY_TEN + 1.5 * HOUR);
    await expect.poll(() => look(dim)).toBe('false none');
  });

  it.each(['no-preference', 'reduce'] as const)(
    'moves all that it shows by a hair every four minutes, against burn-in (motion: %s)',
    async (reducedMotion) => {
      const { hub } = await hallOf();
      const page = await open(`${hub.url}/counter-display/?hall=hall-1`, SIZES.board, { reducedMotion });
      await page.getByText('Calls appear here').waitFor();
      const places = await placesAt(page, [1, 3, 5, 9, 13, 17, 21, 25, 29, 33]);
      expect(places).toEqual([
        [0, 0],
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
        [-3, 3],
        [-3, 0],
        [-3, -3],
        [3, -3],
        [0, 0],
      ]);
    },
  );

  it('shows each notice of its centre in both scripts, one after the other', async () => {
    const { board } = await hallOf();
    const page = await board('loud');
    const notices = CENTRE.ticker;
    expect(notices.length).toBeGreaterThan(1);
    for (const { en, ur } of notices.slice(0, 2)) {
      const ticker = page.locator('footer').filter({ hasText: en });
      await ticker.waitFor({ timeout: 15_000 });
      expect(await ticker.getByText(en, { exact: true }).isVisible()).toBe(true);
      expect(await ticker.locator('[lang=ur][dir=rtl]').textContent()).toBe(ur);
      const font = await page.evaluate<string>(
        'getComputedStyle(document.querySelector("footer [lang=ur]")).fontFamily',
      );
      expect(font).toMatch(/^"?Markaz Urdu/);
    }
  });

  it.each([
    ['loud', 0.9],
    ['soft', 0.25],
  ] as const)('sounds chime and voice as loud as the board is set (%s)', async (id, volume) => {
    const { hub } = await hallOf();
    await kiosk(hub).done('issue', wishFor('domicile'));
    const desk = operator(hub, 1);
    await desk.done('openCounter', { operator: 'Ali' });
    const page = await open('about:blank', SIZES.board);
    await page.addInitScript(LISTEN);
    await page.goto(`${hub.url}/counter-display/?board=${id}`);
    await page.getByText('Calls appear here').waitFor();
    const sound = page.getByRole('button', { name: 'Touch for sound' });
    if (await sound.isVisible()) await sound.click();
    await desk.done('call', {});
    const heard = () => page.evaluate<Heard>('window.heard');
    await expect
      .poll(async () => new Set((await heard()).map(([source]) => source)), { timeout: 20_000 })
      .toEqual(new Set(['OscillatorNode', 'AudioBufferSourceNode']));
    for (const [source, gains] of await heard()) {
      expect([source, gains.length]).toEqual([source, 1]);
      expect(gains[0]).toBeCloseTo(volume, 5);
    }
  });
});
