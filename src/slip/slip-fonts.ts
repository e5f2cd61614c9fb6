import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** Names under which the bundled fonts are known to the slip. */
export const LATIN = 'Markaz Latin';
export const URDU = 'Markaz Urdu';

interface Face {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly file: string;
  /** Ink in each cell of its sample, 0 to 9: what the right font draws. */
  readonly ink: string;
}

const FACES: readonly Face[] = [
  {
    family: LATIN,
    weight: 400,
    file: '@fontsource/inter/files/inter-latin-400-normal.woff2',
    ink: '0000000000000000000013010000020121120000034647531724362400000233232221022333000000000000000000000000',
  },
  {
    family: LATIN,
    weight: 700,
    file: '@fontsource/inter/files/inter-latin-700-normal.woff2',
    ink: '0000000000000000000015111000030040331000056787860935667430000344444312315245200000000000000000000000',
  },
  {
    family: URDU,
    weight: 400,
    file: '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2',
    ink: '0000000000200000000000000000010010001001000012331313333331410000000001102001051000000000000000000000',
  },
  {
    family: URDU,
    weight: 700,
    file: '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-700-normal.woff2',
    ink: '0000000004000000000000000111120020110011000225414144552732410000000112021011071000000000000000000000',
  },
];

/**
 * Cells that may differ by more than one step, since letters are smoothed a little differently on each system. Another
 * weight of the same face differs in 13 or more.
 */
const MOST_OTHER_CELLS = 3;
const WIDTH = 320;
const HEIGHT = 80;
const CELL = 16;

/**
 * Ink of a fixed text in a face, cell by cell. A face that is missing falls back silently to another one, which fills
 * other cells.
 */
function sampleInk({ family, weight }: Face): string {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#000';
  if (family === URDU) {
    pen.direction = 'rtl';
    pen.textAlign = 'right';
    pen.font = `${weight} 32px "${family}"`;
    pen.fillText('ای خدمت مرکز ۰۱۲۳', WIDTH - 10, 50);
  } else {
    pen.font = `${weight} 40px "${family}"`;
    pen.fillText('Token A-042', 10, 56);
  }
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
  for (const { family, file } of FACES) {
    if (!GlobalFonts.register(readFileSync(fontFile(file)), family)) throw new Error(`Slip font not loaded: ${file}`);
  }
  for (const face of FACES) {
    const others = otherCells(face.ink, sampleInk(face));
    if (others <= MOST_OTHER_CELLS) continue;
    throw new Error(`A slip font draws wrongly: ${face.file}, in ${others} cells of its sample.`);
  }
  areLoaded = true;
}
