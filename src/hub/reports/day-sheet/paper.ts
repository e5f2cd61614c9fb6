import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import type { Language } from '../../../domain/token.ts';
import { LATIN, loadSlipFonts, URDU } from '../../../slip/slip-fonts.ts';

/** A4 in points, and its margin. */
export const WIDTH = 595;
export const HEIGHT = 842;
export const MARGIN = 40;
export const INNER = WIDTH - 2 * MARGIN;
const FOOT = 34;

/** The palette of the screens, as far as paper needs it. */
export const INK = {
  house: '#0b5a3c',
  deep: '#073d29',
  soft: '#e3efe8',
  line: '#d9d3c5',
  ink: '#17211c',
  inkSoft: '#535f58',
  amber: '#f2a900',
  white: '#ffffff',
} as const;

export type Align = 'start' | 'end' | 'middle';

interface TextStyle {
  readonly size: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly align?: Align;
  /** Wider texts are drawn smaller. */
  readonly most?: number;
}

const fontIn = ({ size, isBold = false }: TextStyle, isRtl: boolean): string =>
  `${isBold ? 700 : 400} ${size}px ${isRtl ? `"${URDU}", "${LATIN}"` : `"${LATIN}", "${URDU}"`}`;

/** Writes words so that they begin, end or have their middle at a place that is counted from the beginning edge. */
function write(pen: SKRSContext2D, isRtl: boolean, words: string, from: number, y: number, style: TextStyle): void {
  const { align = 'start', colour = INK.ink, most, size } = style;
  pen.direction = isRtl ? 'rtl' : 'ltr';
  pen.fillStyle = colour;
  pen.font = fontIn(style, isRtl);
  const { width } = pen.measureText(words);
  if (most !== undefined && width > most) pen.font = fontIn({ ...style, size: (size * most) / width }, isRtl);
  const isLeft = (align === 'start') !== isRtl;
  pen.textAlign = align === 'middle' ? 'center' : isLeft ? 'left' : 'right';
  pen.fillText(words, isRtl ? WIDTH - from : from, y);
}

/** Words broken into lines no wider than that. */
function broken(words: string, width: number, widthOf: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Paper that is written on from its beginning edge, left in English and right in Urdu, page after page: positions are
 * counted from that edge, in points.
 */
export function paperOf(language: Language, foot: (page: number) => string) {
  loadSlipFonts();
  const document = new PDFDocument({ creator: 'Markaz', title: foot(0) });
  const isRtl = language === 'ur';
  let pen: SKRSContext2D;
  let page = 0;
  let top = 0;

  /** Where a box of that width lies on the page, from the left. */
  const leftOf = (from: number, width: number): number => (isRtl ? WIDTH - from - width : from);
  const text = (words: string, from: number, y: number, style: TextStyle): void =>
    write(pen, isRtl, words, from, y, style);

  function widthOf(words: string, style: TextStyle): number {
    pen.font = fontIn(style, isRtl);
    return pen.measureText(words).width;
  }

  function box(from: number, y: number, width: number, height: number, colour: string): void {
    pen.fillStyle = colour;
    pen.fillRect(leftOf(from, width), y, width, height);
  }

  function begin(): void {
    if (page > 0) document.endPage();
    page += 1;
    pen = document.beginPage(WIDTH, HEIGHT) as SKRSContext2D;
    top = MARGIN;
    text(foot(page), MARGIN, HEIGHT - 18, { size: 8, colour: INK.inkSoft });
  }
  begin();

  return {
    isRtl,
    text,
    box,
    widthOf,
    /** Goes on on a new page. */
    turn: begin,
    linesOf: (words: string, width: number, style: TextStyle) => broken(words, width, (line) => widthOf(line, style)),
    /** Takes room for so much on this page, or on a new one where it does not fit; gives where it begins. */
    room(height: number): number {
      if (top + height > HEIGHT - FOOT) begin();
      const at = top;
      top += height;
      return at;
    },
    /** Whether so much still fits on this page. */
    fits: (height: number): boolean => top + height <= HEIGHT - FOOT,
    close(): Buffer {
      document.endPage();
      return document.close();
    },
  };
}

export type Paper = ReturnType<typeof paperOf>;
