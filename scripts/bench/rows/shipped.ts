import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../hall/bench-centre.ts';
import type { Row } from '../row.ts';

const KB = 1_000;

const SCRIPT = /["'`](?:\/assets\/|\.\/|assets\/)([\w-]+\.js)["'`]/g;

/** Every script of a built site that a page loads, at once or later: those that it names, and those that these name. */
function scriptsOf(site: string, page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (file: string): void => {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(SCRIPT)) {
      const script = join(ROOT, site, 'assets', name);
      if (found.has(script)) continue;
      found.add(script);
      look(script);
    }
  };
  look(join(ROOT, site, page));
  return found;
}

const compressedKb = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / KB;

/** All of the phone's page but its fonts, which it is readable without: the page, its styles and its scripts. */
function phonePageKb(): number {
  const [site, page] = ['out/citizen', 'citizen/index.html'];
  const styles = [...readFileSync(join(ROOT, site, page), 'utf8').matchAll(/href="\/(assets\/[^"]+\.css)"/g)];
  const files = styles.map(([, path = '']) => join(ROOT, site, path));
  return compressedKb([join(ROOT, site, page), ...files, ...scriptsOf(site, page)]);
}

const shippedOf = (screen: string) => ({
  what: `shipped JavaScript of the ${screen}, compressed`,
  unit: 'kB' as const,
  wants: 'less' as const,
  goal: 150,
  stop: 250,
});

/** What a page makes a machine load. The same at every run of one build: one round. */
export const shipped: Row = {
  name: 'shipped',
  rounds: 1,
  figures: [
    ...['kiosk', 'console', 'board'].map(shippedOf),
    { what: 'the phone page in all, compressed', unit: 'kB', wants: 'less', goal: 60, stop: 60 },
  ],
  open: async () => ({
    round: async () => [
      ...['kiosk', 'operator', 'counter-display'].map((screen) => ({
        value: compressedKb(scriptsOf('out/web', `${screen}/index.html`)),
      })),
      { value: phonePageKb() },
    ],
    stop: () => undefined,
  }),
};
