import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { PaperMm } from '../domain/centre.ts';
import { barsOf, matrixOf } from './bar-codes.ts';
import { type BitPicture, toBits } from './bit-picture.ts';
import type { SlipContent } from './slip-content.ts';
import { LATIN, loadSlipFonts, URDU } from './slip-fonts.ts';
import { BARCODE_HEIGHT, CODE_SIDE, heightOf, type Line, RULE_HEIGHT, slipLines } from './slip-lines.ts';

/** Dots across the paper, by its width in mm: 80 mm paper has 72 mm of them, 58 mm paper 48, at 203 dpi. */
export const DOTS: Readonly<Record<PaperMm, number>> = { 80: 576, 58: 384 };

const EDGE = 24;
/** Dots of the thinnest bar: three where they fit, since a reader at arm's length still parts them. */
const BARS = [3, 2] as const;

/** Draws a text line centred, made smaller where it would be wider than the paper. */
function drawText(pen: SKRSContext2D, line: Extract<Line, { px: number; text: string }>, top: number): void {
  const isUrdu = line.kind === 'urdu';
  const fontAt = (px: number) => `${line.bold ? 700 : 400} ${px}px ${isUrdu ? `"${URDU}", ` : ''}"${LATIN}"`;
  pen.direction = isUrdu ? 'rtl' : 'ltr';
  pen.font = fontAt(line.px);
  const wide = pen.measureText(line.text).width;
  const room = pen.canvas.width - 2 * EDGE;
  if (wide > room) pen.font = fontAt(Math.floor((line.px * room) / wide));
  const baseline = isUrdu ? 0.68 : 0.8;
  pen.fillText(line.text, pen.canvas.width / 2, top + Math.round(heightOf(line) * baseline));
}

function drawBarcode(pen: SKRSContext2D, text: string, top: number): void {
  const bars = barsOf(text);
  const modules = bars.reduce((sum, width) => sum + width, 0);
  const bar = BARS.find((dots) => modules * dots <= pen.canvas.width - 2 * EDGE) ?? 1;
  let left = Math.round((pen.canvas.width - modules * bar) / 2);
  for (const [place, width] of bars.entries()) {
    if (place % 2 === 0) pen.fillRect(left, top + 8, width * bar, BARCODE_HEIGHT - 16);
    left += width * bar;
  }
}

/** Modules are whole dots, as many as fit with the quiet edge of four modules that readers need. */
function drawCode(pen: SKRSContext2D, text: string, top: number): void {
  const rows = matrixOf(text);
  const dots = Math.max(2, Math.floor(CODE_SIDE / (rows.length + 8)));
  const edge = Math.round((CODE_SIDE - rows.length * dots) / 2);
  const left = Math.round((pen.canvas.width - rows.length * dots) / 2);
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (isDark) pen.fillRect(left + x * dots, top + edge + y * dots, dots, dots);
    }
  }
}

function drawLine(pen: SKRSContext2D, line: Line, top: number): void {
  switch (line.kind) {
    case 'rule':
      return pen.fillRect(EDGE, top + RULE_HEIGHT / 2, pen.canvas.width - 2 * EDGE, 2);
    case 'urdu':
    case 'latin':
    case 'figure':
      return drawText(pen, line, top);
    case 'barcode':
      return drawBarcode(pen, line.text, top);
    case 'code':
      return drawCode(pen, line.text, top);
    case 'space':
      return undefined;
  }
}

function drawSlip(content: SlipContent, width: number): Canvas {
  const lines = slipLines(content);
  const height = lines.reduce((sum, line) => sum + heightOf(line), 0);
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
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
 * A slip as one picture of dots, as wide as its paper. Lines that are wider are written smaller.
 * @throws when the bundled fonts are missing or draw wrongly.
 */
export function layoutSlip(content: SlipContent, paperMm: PaperMm = 80): BitPicture {
  loadSlipFonts();
  const canvas = drawSlip(content, DOTS[paperMm]);
  const { width, height } = canvas;
  return toBits(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data);
}
