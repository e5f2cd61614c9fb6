import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { barsOf, matrixOf } from './bar-codes.ts';
import { type BitPicture, toBits } from './bit-picture.ts';
import type { SlipContent } from './slip-content.ts';
import { LATIN, loadSlipFonts, URDU } from './slip-fonts.ts';
import { BARCODE_HEIGHT, CODE_SIDE, heightOf, type Line, RULE_HEIGHT, slipLines } from './slip-lines.ts';

/** Dots across 80 mm paper at 203 dpi. */
export const SLIP_WIDTH = 576;
const EDGE = 24;
/** Dots of the thinnest bar: a reader at arm's length still parts them. */
const BAR = 3;

/** Draws a text line centred, made smaller where it would be wider than the paper. */
function drawText(pen: SKRSContext2D, line: Extract<Line, { px: number; text: string }>, top: number): void {
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

function drawBarcode(pen: SKRSContext2D, text: string, top: number): void {
  const bars = barsOf(text);
  const wide = bars.reduce((sum, width) => sum + width, 0) * BAR;
  let left = Math.round((SLIP_WIDTH - wide) / 2);
  for (const [place, width] of bars.entries()) {
    if (place % 2 === 0) pen.fillRect(left, top + 8, width * BAR, BARCODE_HEIGHT - 16);
    left += width * BAR;
  }
}

/** Modules are whole dots, as many as fit with the quiet edge of four modules that readers need. */
function drawCode(pen: SKRSContext2D, text: string, top: number): void {
  const rows = matrixOf(text);
  const dots = Math.max(2, Math.floor(CODE_SIDE / (rows.length + 8)));
  const edge = Math.round((CODE_SIDE - rows.length * dots) / 2);
  const left = Math.round((SLIP_WIDTH - rows.length * dots) / 2);
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (isDark) pen.fillRect(left + x * dots, top + edge + y * dots, dots, dots);
    }
  }
}

function drawLine(pen: SKRSContext2D, line: Line, top: number): void {
  switch (line.kind) {
    case 'rule':
      return pen.fillRect(EDGE, top + RULE_HEIGHT / 2, SLIP_WIDTH - 2 * EDGE, 2);
    case 'urdu':
    case 'latin':
      return drawText(pen, line, top);
    case 'barcode':
      return drawBarcode(pen, line.text, top);
    case 'code':
      return drawCode(pen, line.text, top);
    case 'space':
      return undefined;
  }
}

function drawSlip(content: SlipContent): Canvas {
  const lines = slipLines(content);
  const height = lines.reduce((sum, line) => sum + heightOf(line), 0);
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
 * A slip as one picture of dots.
 * @throws when the bundled fonts are missing or draw wrongly.
 */
export function layoutSlip(content: SlipContent): BitPicture {
  loadSlipFonts();
  const canvas = drawSlip(content);
  const { width, height } = canvas;
  return toBits(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data);
}
