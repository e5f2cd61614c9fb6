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

  const fontOf = ({ size, isBold = false }: TextStyle): string =>
    `${isBold ? 700 : 400} ${size}px ${isRtl ? `"${URDU}", "${LATIN}"` : `"${LATIN}", "${URDU}"`}`;
  /** Where a box of that width lies on the page, from the left. */
  const leftOf = (from: number, width: number): number => (isRtl ? WIDTH - from - width : from);

  function text(words: string, from: number, y: number, style: TextStyle): void {
    const { align = 'start', colour = INK.ink, most, size } = style;
    pen.direction = isRtl ? 'rtl' : 'ltr';
    pen.fillStyle = colour;
    pen.font = fontOf(style);
    const width = pen.measureText(words).width;
    if (most !== undefined && width > most) pen.font = fontOf({ ...style, size: (size * most) / width });
    const isLeft = (align === 'start') !== isRtl;
    pen.textAlign = align === 'middle' ? 'center' : isLeft ? 'left' : 'right';
    pen.fillText(words, isRtl ? WIDTH - from : from, y);
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
    widthOf(words: string, style: TextStyle): number {
      pen.font = fontOf(style);
      return pen.measureText(words).width;
    },
    /** Goes on on a new page. */
    turn: begin,
    /** Words broken into lines no wider than that. */
    linesOf(words: string, width: number, style: TextStyle): readonly string[] {
      pen.font = fontOf(style);
      const lines: string[] = [];
      for (const word of words.split(' ')) {
        const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
        if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return lines;
    },
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
