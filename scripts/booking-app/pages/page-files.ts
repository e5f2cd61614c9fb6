import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const FONT = /url\('(?:\.\.\/)+node_modules\/(@fontsource\/[^']+)'\)/g;

interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The style sheets and fonts of the page, by path: palette and type are those of the hall's own screens. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const theme = readFileSync(resolve(ROOT, 'src/renderer/theme.css'), 'utf8');
  const fonts = [...theme.matchAll(FONT)].map(([, path = '']) => path);
  const sheet = (text: string): PageFile => ({ type: 'text/css; charset=utf-8', body: Buffer.from(text) });
  const own = (name: string): PageFile => sheet(readFileSync(resolve(import.meta.dirname, name), 'utf8'));
  return new Map<string, PageFile>([
    ['theme.css', sheet(theme.replaceAll(FONT, (_, path: string) => `url('/fonts/${basename(path)}')`))],
    ['app.css', own('app.css')],
    ['booking.css', own('booking.css')],
    ...fonts.map((path): [string, PageFile] => [
      `fonts/${basename(path)}`,
      { type: 'font/woff2', body: readFileSync(resolve(ROOT, 'node_modules', path)) },
    ]),
  ]);
}
