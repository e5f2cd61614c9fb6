import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { lahore } from '../../support/lahore.ts';
import { morningClock } from '../../support/morning-clock.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { pause } from '../../support/pause.ts';
import { testHub } from '../../support/test-hub.ts';

/** Counts the clips that the page plays. */
const HEAR = `window.played = 0;
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (at) { window.played += 1; return start.call(this, at); };`;

/** Presses a key of the headphone socket, which Playwright has no name for. */
async function press(page: Page, code: 'F13' | 'F14'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = { code, key: code, windowsVirtualKeyCode: code === 'F13' ? 124 : 125 };
  for (const type of ['rawKeyDown', 'keyUp'] as const) await session.send('Input.dispatchKeyEvent', { type, ...key });
}

describe.skipIf(!CHROMIUM)('the headphone socket of a kiosk', () => {
  const { open } = useBrowser();

  it('has the screen read from F13 on, for the next visit too, until F14', async () => {
    const hub = await testHub({ centre: lahore(), clock: morningClock });
    const page = await open('about:blank', SIZES.kiosk, { reducedMotion: 'reduce' });
    await page.addInitScript(HEAR);
    await page.goto(`${hub.url}/kiosk/?kiosk=1`);
    const aids = () => page.evaluate<string>('document.documentElement.dataset.aids');
    const played = () => page.evaluate<number>('window.played');
    const touch = async (name: RegExp) => {
      await pause();
      await page.getByRole('button', { name }).click();
    };
    const groups = page.getByText('آپ کو کون سی خدمت درکار ہے؟');
    const services = page.getByRole('heading', { name: 'خدمت منتخب کریں' });
    await groups.waitFor();
    expect([await aids(), await played()]).toEqual(['', 0]);
    await press(page, 'F13');
    await expect.poll(aids).toBe('spoken');
    await expect.poll(played, { timeout: 15_000 }).toBeGreaterThan(0);
    // It chooses nothing: the focus is nowhere.
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    // The first touch is heard, the second chooses.
    await touch(/شناخت اور رہائش/);
    expect(await groups.count()).toBe(1);
    await touch(/شناخت اور رہائش/);
    await services.waitFor();
    for (let i = 0; i < 2; i += 1) await touch(/شروع سے/);
    await groups.waitFor();
    expect(await aids()).toBe('spoken');
    await press(page, 'F14');
    await expect.poll(aids).toBe('');
    await touch(/شناخت اور رہائش/);
    await services.waitFor();
    expect(page.errors).toEqual([]);
  });
});
