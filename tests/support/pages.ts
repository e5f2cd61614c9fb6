import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchOptions } from './browser.ts';

/** The browser of the run, if this machine has one. */
export const CHROMIUM = process.env['CHROMIUM_PATH'];

/** Sizes of the real screens, in CSS px. */
export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  kioskLandscape: { width: 1920, height: 1080 },
  console: { width: 1366, height: 768 },
  board: { width: 1920, height: 1080 },
  board4k: { width: 3840, height: 2160 },
  boardPortrait: { width: 1080, height: 1920 },
} as const;

/** One browser for a file of tests; each page is a device of its own. */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(CHROMIUM ?? ''));
  });
  afterAll(() => browser?.close());
  return {
    /** Opens a page that keeps the errors of its console in `errors`. */
    async open(
      url: string,
      viewport: { width: number; height: number },
      more: BrowserContextOptions = {},
    ): Promise<Page & { readonly errors: string[] }> {
      const context = await browser.newContext({ viewport, ...more });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(url);
      return Object.assign(page, { errors });
    },
  };
}
