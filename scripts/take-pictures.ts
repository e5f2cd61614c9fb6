import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium, HOW_TO_GET_CHROMIUM, launchOptions } from '../tests/support/browser.ts';

// Takes the README's pictures from a hall that runs already: npm run day -- --tokens 2200 --until 10:40 --stay
const [url = 'http://127.0.0.1:4810'] = process.argv.slice(2);
const PICTURES = [
  { name: 'kiosk', path: '/kiosk/?kiosk=1', width: 1080, height: 1920 },
  { name: 'console', path: '/operator/?counter=3', width: 1366, height: 768 },
  { name: 'board', path: '/counter-display/?hall=hall-1', width: 1920, height: 1080 },
] as const;

const executable = await findChromium();
if (!executable) throw new Error(HOW_TO_GET_CHROMIUM);
const folder = resolve(import.meta.dirname, '../docs/pictures');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions(executable));
for (const { name, path, width, height } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${url}${path}`);
  await page
    .getByText(/Lahore|لاہور|Counter/)
    .first()
    .waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
}
await browser.close();
