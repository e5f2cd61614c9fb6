import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { ROOT } from './folder.ts';

const SHOTS = join(ROOT, 'node_modules/.cache/markaz/shots');
mkdirSync(SHOTS, { recursive: true });

/** A picture takes as long as all that is checked of it, so pictures are taken where somebody wants to look at them. */
const WANTS_SHOTS = process.env['MARKAZ_SHOTS'] !== undefined;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function isInOrder(page: Page, axe: AxeBuilder, name: string): Promise<void> {
  const { violations } = await axe.withTags(TAGS).setLegacyMode(true).analyze();
  expect(
    violations.map(
      (one) => `${name}: ${one.id} ${one.nodes[0]?.target.join(' ')} ${one.nodes[0]?.failureSummary ?? ''}`,
    ),
  ).toEqual([]);
  const overflow = await page.evaluate<number[]>(
    '(({ scrollWidth: w, scrollHeight: h }) => [w - innerWidth, h - innerHeight])(document.documentElement)',
  );
  expect([name, ...overflow]).toEqual([name, 0, 0]);
}

/** Takes a picture to look at; nothing on the page is wrong by axe's rules, and nothing is larger than the screen. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  if (WANTS_SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  await isInOrder(page, new AxeBuilder({ page }), name);
}

/** The same page in its other language, after it was looked at: its colours, which take most of the time, are as they were. */
export async function lookAgain(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await isInOrder(page, new AxeBuilder({ page }).disableRules(['color-contrast']), name);
}
