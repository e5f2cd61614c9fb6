import type { PaperMm } from '../domain/centre.ts';
import { barsOf, matrixOf } from './bar-codes.ts';
import { type BitPicture, blankPicture, fillDots } from './bit-picture.ts';
import { EDGE, linePicture } from './line-picture.ts';
import type { SlipContent } from './slip-content.ts';
import { loadSlipFonts } from './slip-fonts.ts';
import { BARCODE_HEIGHT, CODE_SIDE, heightOf, type Line, RULE_HEIGHT, slipLines } from './slip-lines.ts';

/** Dots across the paper, by its width in mm: 80 mm paper has 72 mm of them, 58 mm paper 48, at 203 dpi. */
export const DOTS: Readonly<Record<PaperMm, number>> = { 80: 576, 58: 384 };

/** Dots of the thinnest bar: three where they fit, since a reader at arm's length still parts them. */
const BARS = [3, 2] as const;

function drawBarcode(slip: BitPicture, text: string, top: number): void {
  const bars = barsOf(text);
  const modules = bars.reduce((sum, width) => sum + width, 0);
  const bar = BARS.find((dots) => modules * dots <= slip.width - 2 * EDGE) ?? 1;
  let left = Math.round((slip.width - modules * bar) / 2);
  for (const [place, width] of bars.entries()) {
    if (place % 2 === 0) fillDots(slip, left, top + 8, width * bar, BARCODE_HEIGHT - 16);
    left += width * bar;
  }
}

/** Modules are whole dots, as many as fit with the quiet edge of four modules that readers need. */
function drawCode(slip: BitPicture, text: string, top: number): void {
  const rows = matrixOf(text);
  const dots = Math.max(2, Math.floor(CODE_SIDE / (rows.length + 8)));
  const edge = Math.round((CODE_SIDE - rows.length * dots) / 2);
  const left = Math.round((slip.width - rows.length * dots) / 2);
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (isDark) fillDots(slip, left + x * dots, top + edge + y * dots, dots, dots);
    }
  }
}

function drawLine(slip: BitPicture, line: Line, top: number): void {
  switch (line.kind) {
    case 'rule':
      return fillDots(slip, EDGE, top + RULE_HEIGHT / 2, slip.width - 2 * EDGE, 2);
    case 'urdu':
    case 'latin':
    case 'figure':
      return slip.bits.set(linePicture(line, slip.width).bits, (top * slip.width) / 8);
    case 'barcode':
      return drawBarcode(slip, line.text, top);
    case 'code':
      return drawCode(slip, line.text, top);
    case 'space':
      return undefined;
  }
}

/**
 * A slip as one picture of dots, as wide as its paper. Lines that are wider are written smaller.
 * @throws when the bundled fonts are missing or draw wrongly.
 */
export function layoutSlip(content: SlipContent, paperMm: PaperMm = 80): BitPicture {
  loadSlipFonts();
  const lines = slipLines(content);
  const height = lines.reduce((sum, line) => sum + heightOf(line), 0);
  const slip = blankPicture(DOTS[paperMm], height);
  let top = 0;
  for (const line of lines) {
    drawLine(slip, line, top);
    top += heightOf(line);
  }
  return slip;
}
