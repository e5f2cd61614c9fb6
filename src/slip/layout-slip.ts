import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Words } from '../domain/centre.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import { type BitPicture, toBits } from './bit-picture.ts';
import { LATIN, loadSlipFonts, URDU } from './slip-fonts.ts';
import { slipDate, slipTime } from './slip-words.ts';

/** What a slip says. `issuedAt` in epoch ms. */
export interface SlipContent {
  readonly centre: Words;
  readonly hall: Words;
  readonly service: Words;
  readonly classes: readonly Words[];
  readonly label: string;
  readonly ahead: number;
  readonly issuedAt: number;
  readonly timeZone: string;
}

/** Dots across 80 mm paper at 203 dpi. */
export const SLIP_WIDTH = 576;
/** Side of the square that is kept free for the code that leads to the token's page. */
const CODE_SIDE = 176;
const EDGE = 24;

type Line =
  | { readonly kind: 'urdu' | 'latin'; readonly text: string; readonly px: number; readonly bold?: true }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly px: number };

/** Nastaliq climbs: its lines need about two and a half times the letter height. */
const URDU_LINE = 2.5;
const LATIN_LINE = 1.35;
const RULE_HEIGHT = 26;

const urdu = (text: string, px: number): Line => ({ kind: 'urdu', text, px });
const urduBold = (text: string, px: number): Line => ({ kind: 'urdu', text, px, bold: true });
const latin = (text: string, px: number): Line => ({ kind: 'latin', text, px });
const latinBold = (text: string, px: number): Line => ({ kind: 'latin', text, px, bold: true });
const rule: Line = { kind: 'rule' };

function heightOf(line: Line): number {
  switch (line.kind) {
    case 'urdu':
      return Math.round(line.px * URDU_LINE);
    case 'latin':
      return Math.round(line.px * LATIN_LINE);
    case 'rule':
      return RULE_HEIGHT;
    case 'space':
      return line.px;
  }
}

/** The lines of a slip from top to bottom: Urdu first, and the English under it. */
function linesOf(content: SlipContent): readonly Line[] {
  const { centre, hall, service, classes, label, ahead, issuedAt, timeZone } = content;
  return [
    { kind: 'space', px: 16 },
    urduBold(centre.ur, 34),
    latinBold(`${centre.en} · ${hall.en}`, 24),
    rule,
    urdu('آپ کا ٹوکن', 26),
    latin('Your token', 22),
    { kind: 'space', px: 6 },
    latinBold(label, 148),
    urduBold(service.ur, 36),
    latinBold(service.en, 28),
    ...classes.flatMap((one) => [urdu(one.ur, 24), latin(one.en, 20)]),
    rule,
    urdu(`آپ سے پہلے: ${inUrduDigits(ahead)}`, 30),
    latin(`Before you: ${ahead}`, 26),
    rule,
    urdu(`${slipDate(issuedAt, timeZone, 'ur')}، ${slipTime(issuedAt, timeZone, 'ur')}`, 24),
    latin(`${slipDate(issuedAt, timeZone, 'en')}, ${slipTime(issuedAt, timeZone, 'en')}`, 22),
    { kind: 'space', px: 16 },
  ];
}

/** Draws a text line centred, made smaller where it would be wider than the paper. */
function drawText(pen: SKRSContext2D, line: Extract<Line, { text: string }>, top: number): void {
  const isUrdu = line.kind === 'urdu';
  const fontAt = (px: number) => `${line.bold ? 700 : 400} ${px}px ${isUrdu ? `"${URDU}", ` : ''}"${LATIN}"`;
  pen.direction = isUrdu ? 'rtl' : 'ltr';
  pen.font = fontAt(line.px);
  const wide = pen.measureText(line.text).width;
  const room = SLIP_WIDTH - 2 * EDGE;
  if (wide > room) pen.font = fontAt(Math.floor((line.px * room) / wide));
  const baseline = isUrdu ? 0.68 : 0.8;
  pen.fillText(line.text, SLIP_WIDTH / 2, top + Math.round(heightOf(line) * baseline));
}

function drawLine(pen: SKRSContext2D, line: Line, top: number): void {
  if (line.kind === 'rule') pen.fillRect(EDGE, top + RULE_HEIGHT / 2, SLIP_WIDTH - 2 * EDGE, 2);
  else if (line.kind !== 'space') drawText(pen, line, top);
}

function drawSlip(content: SlipContent): Canvas {
  const lines = linesOf(content);
  const height = lines.reduce((sum, line) => sum + heightOf(line), 0) + CODE_SIDE;
  const canvas = createCanvas(SLIP_WIDTH, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, SLIP_WIDTH, height);
  pen.fillStyle = '#000';
  pen.textAlign = 'center';
  let top = 0;
  for (const line of lines) {
    drawLine(pen, line, top);
    top += heightOf(line);
  }
  return canvas;
}

/**
 * The slip of a token as one picture, and the same as PNG bytes for the paper preview.
 * @throws when the bundled fonts are missing or draw wrongly.
 */
export function layoutSlip(content: SlipContent): { readonly picture: BitPicture; readonly png: () => Buffer } {
  loadSlipFonts();
  const canvas = drawSlip(content);
  const { width, height } = canvas;
  const picture = toBits(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data);
  return { picture, png: () => canvas.toBuffer('image/png') };
}
