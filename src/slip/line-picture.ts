import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type BitPicture, toBits } from './bit-picture.ts';
import { LATIN, URDU } from './slip-fonts.ts';
import { heightOf, type TextLine } from './slip-lines.ts';

/** Dots that stay white at each side. */
export const EDGE = 24;

/** As many drawn lines as are kept: the names of a centre and the numbers of a busy hour. */
const MOST_KEPT = 1_000;

/** Where the letters of a line stand, as a share of its height. */
const BASELINES = { urdu: 0.68, latin: 0.8, figure: 0.8 } as const;

function write(pen: SKRSContext2D, line: TextLine, width: number): void {
  const isUrdu = line.kind === 'urdu';
  const fontAt = (px: number) => `${line.bold ? 700 : 400} ${px}px ${isUrdu ? `"${URDU}", ` : ''}"${LATIN}"`;
  pen.direction = isUrdu ? 'rtl' : 'ltr';
  pen.textAlign = 'center';
  pen.font = fontAt(line.px);
  const wide = pen.measureText(line.text).width;
  const room = width - 2 * EDGE;
  if (wide > room) pen.font = fontAt(Math.floor((line.px * room) / wide));
  pen.fillText(line.text, width / 2, Math.round(heightOf(line) * BASELINES[line.kind]));
}

function draw(line: TextLine, width: number): BitPicture {
  const height = heightOf(line);
  const pen = createCanvas(width, height).getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#000';
  write(pen, line, width);
  return toBits(width, height, pen.getImageData(0, 0, width, height).data);
}

const kept = new Map<string, BitPicture>();

/**
 * A line of text in the middle of the paper, made smaller where it would be wider. Most lines of a slip stand on the
 * next one too, and drawing is nearly all of its time: drawn lines are kept.
 */
export function linePicture(line: TextLine, width: number): BitPicture {
  const key = JSON.stringify([line, width]);
  const picture = kept.get(key) ?? draw(line, width);
  // The longest unused one is the first of the map.
  kept.delete(key);
  kept.set(key, picture);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return picture;
}
