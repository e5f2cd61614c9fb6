import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** Names under which the bundled fonts are known to the slip. */
export const LATIN = 'Markaz Latin';
export const URDU = 'Markaz Urdu';

const FONT_FILES = [
  [LATIN, '@fontsource/inter/files/inter-latin-400-normal.woff2'],
  [LATIN, '@fontsource/inter/files/inter-latin-700-normal.woff2'],
  [URDU, '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2'],
  [URDU, '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-700-normal.woff2'],
] as const;

/** Ink in each cell of the sample below, 0 to 9: what the right fonts draw. */
const KNOWN_INK =
  '00000000000000000000000000000020000000000000012323002020102100001111022354143230000000000010000004000000000000000000000000000000000000000000061535500000000000002615556000000000000000000000000000000000';
/** Cells that may differ by more than one step, since letters are smoothed a little differently on each system. */
const MOST_OTHER_CELLS = 6;
const WIDTH = 320;
const HEIGHT = 160;
const CELL = 16;

/**
 * Ink of a fixed text in all bundled fonts, cell by cell. A missing font falls back silently to another one, which
 * fills other cells.
 */
export function sampleInk(): string {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#000';
  pen.direction = 'rtl';
  pen.textAlign = 'right';
  pen.font = `400 32px "${URDU}"`;
  pen.fillText('ای خدمت مرکز ۰۱۲۳', WIDTH - 10, 60);
  pen.direction = 'ltr';
  pen.textAlign = 'left';
  pen.font = `700 32px "${LATIN}"`;
  pen.fillText('A-042', 10, 140);
  const dots = pen.getImageData(0, 0, WIDTH, HEIGHT).data;
  const ink = Array.from({ length: (WIDTH / CELL) * (HEIGHT / CELL) }, () => 0);
  for (let dot = 0; dot < WIDTH * HEIGHT; dot += 1) {
    const cell = Math.floor(dot / WIDTH / CELL) * (WIDTH / CELL) + Math.floor((dot % WIDTH) / CELL);
    ink[cell] = (ink[cell] ?? 0) + 255 - (dots[dot * 4] ?? 255);
  }
  return ink.map((sum) => Math.min(9, Math.round((sum / (CELL * CELL * 255)) * 15))).join('');
}

/** Cells of two ink samples that differ by more than one step. */
const otherCells = (a: string, b: string): number =>
  Array.from(a).filter((step, cell) => Math.abs(Number(step) - Number(b[cell] ?? 99)) > 1).length;

/** Where the fonts of the packaged program lie, from its entries and from the chunks that they share. */
const PACKAGED = ['../../fonts', '../../../fonts'] as const;

/** A font's file: beside the packaged program, else in its package. */
function fontFile(path: string): string {
  const packaged = PACKAGED.map((folder) => join(import.meta.dirname, folder, basename(path))).find(existsSync);
  return packaged ?? createRequire(import.meta.url).resolve(path);
}

let areLoaded = false;

/**
 * Loads the bundled fonts once, from the files beside the program or from its packages.
 * @throws when a font is missing or does not draw as it should: a slip in the wrong letters must never be printed.
 */
export function loadSlipFonts(): void {
  if (areLoaded) return;
  for (const [family, file] of FONT_FILES) {
    if (!GlobalFonts.register(readFileSync(fontFile(file)), family)) throw new Error(`Slip font not loaded: ${file}`);
  }
  const others = otherCells(KNOWN_INK, sampleInk());
  if (others > MOST_OTHER_CELLS) throw new Error(`The slip fonts draw wrongly: ${others} cells of the sample differ.`);
  areLoaded = true;
}
