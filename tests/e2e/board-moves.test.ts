import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { morningClock } from '../support/morning-clock.ts';
import { lahore } from '../support/lahore.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

/** The centre that ships, with the fee right after the documents: it is paid in the other hall. */
function feeNext() {
  const centre = lahore();
  const kept = ['arrival', 'document-check', 'fee-payment'];
  const services = centre.services.map((one) =>
    one.id === 'domicile' ? { ...one, journey: one.journey.filter(({ id }) => kept.includes(id)) } : one,
  );
  return { ...centre, services };
}

async function hallWithCalls() {
  const hub = await testHub({ centre: feeNext(), clock: morningClock });
  const citizen = kiosk(hub);
  for (let i = 0; i < 6; i += 1) await citizen.done('issue', wishFor('domicile'));
  const first = operator(hub, 1);
  for (const desk of [first, operator(hub, 2), operator(hub, 3)]) {
    await desk.done('openCounter', { operator: 'Ali' });
    await desk.done('call', {});
  }
  return {
    hub,
    /** Counter 1 is done with its token and calls nobody: only the band of the moves is news. */
    async finishFirst() {
      const { current } = await first.see('counter', (view) => view.current !== null);
      const tokenId = current?.id ?? 0;
      await first.done('start', { tokenId });
      await first.done('finish', { tokenId, thenCall: false });
    },
  };
}

/** Where the call, its counter, the rows and the notices stand. */
const places = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `JSON.stringify([...document.querySelectorAll('main, main ul, [data-testid=call] *, section, section li, footer')]
      .filter((one) => !one.closest('[aria-label="Where to go next"] li, [aria-label="Waits now"] li'))
      .map((one) => one.getBoundingClientRect()))`,
  );

/** Moves and waits that are wider or higher than their place. */
const SPILLED = `[...document.querySelectorAll('section, section li')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.textContent)`;

/** Height of a capital of the called number, in CSS px. */
const HEIGHT_OF_CALL = `(() => {
  const style = getComputedStyle(document.querySelector('[data-testid=call] > .num'));
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = [style.fontWeight, style.fontSize, style.fontFamily].join(' ');
  return pen.measureText('B').actualBoundingBoxAscent;
})()`;

describe.skipIf(!CHROMIUM)('the board, beside its calls', () => {
  const { open } = useBrowser();

  it.each(['board', 'board4k', 'boardPortrait'] as const)(
    'tells where somebody goes next, in both scripts, and nothing moves for it (%s)',
    async (size) => {
      const { hub, finishFirst } = await hallWithCalls();
      const page = await open(`${hub.url}/counter-display/?hall=hall-1`, SIZES[size], { reducedMotion: 'reduce' });
      await page.getByTestId('call').getByText('B-003').waitFor();
      await page.getByText('Waiting time now').waitFor({ timeout: 20_000 });
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      expect(await page.getByTestId('move').count()).toBe(0);
      const before = await places(page);
      await finishFirst();
      const move = page.getByTestId('move');
      await move.waitFor();
      for (const text of ['B-001', '26–28', 'Fee payment', 'Hall 2', 'فیس کی ادائیگی', 'ہال ۲'])
        expect([text, (await move.textContent())?.includes(text)]).toEqual([text, true]);
      expect(await places(page)).toBe(before);
      expect(await page.evaluate(SPILLED)).toEqual([]);
      expect(page.errors).toEqual([]);
    },
  );

  it('keeps the called number at a seventh of the height, and more', async () => {
    const { hub } = await hallWithCalls();
    const page = await open(`${hub.url}/counter-display/?hall=hall-1`, SIZES.board, { reducedMotion: 'reduce' });
    const token = page.getByTestId('call').getByText('B-003');
    await token.waitFor();
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const height = await page.evaluate<number>(HEIGHT_OF_CALL);
    expect(height).toBeGreaterThan(160);
  });

  it('shows the wait of every service in turn, and says "or longer" where it may be', async () => {
    const { hub } = await hallWithCalls();
    const page = await open('about:blank', SIZES.board, { reducedMotion: 'reduce' });
    await page.routeWebSocket(/./, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) =>
        socket.send(
          typeof message === 'string' ? message.replaceAll('"isOpenEnded":false', '"isOpenEnded":true') : message,
        ),
      );
    });
    await page.goto(`${hub.url}/counter-display/?hall=hall-1`);
    const waits = page.getByRole('region', { name: 'Waits now' });
    await waits.getByText('min or longer').first().waitFor({ timeout: 20_000 });
    expect(await waits.getByText('منٹ یا زیادہ').count()).toBeGreaterThan(0);
    expect(await waits.getByText(/^\d+–\d+$/).count()).toBeGreaterThan(0);
    expect(page.errors).toEqual([]);
  });
});
