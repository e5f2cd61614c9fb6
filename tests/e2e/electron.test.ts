import { join } from 'node:path';
import { _electron } from 'playwright';
import { expect, it } from 'vitest';
import { findElectron } from '../../scripts/find-electron.ts';
import { ROOT, testFolder } from '../support/folder.ts';

const binary = findElectron();
if (!binary)
  console.warn('The real-Electron test is skipped: no Electron binary here (get one with `npx install-electron`).');

it.skipIf(!binary)('a real Electron opens the whole centre, and its kiosk gives a token', async () => {
  const app = await _electron.launch({
    executablePath: binary ?? '',
    args: [ROOT, '--mode=all', `--user-data-dir=${join(testFolder(), 'user')}`, '--no-sandbox'],
  });
  await expect.poll(() => app.windows().length, { timeout: 30_000 }).toBe(4);
  const kiosk = app.windows().find((page) => page.url().includes('/kiosk/'));
  await kiosk?.getByRole('main').getByRole('button').first().click();
  await kiosk?.getByRole('main').getByRole('button').first().click();
  await kiosk?.getByRole('button', { name: /ٹوکن/ }).click();
  await kiosk?.getByText(/-001/).waitFor();
  expect(await kiosk?.evaluate('typeof require')).toBe('undefined');
  await app.close();
});
