import type { Meaning } from './day-sheet.ts';
import { INK, INNER, MARGIN, type Paper } from './paper.ts';

const GAP = 18;
const SIZE = 6.5;
const TITLE = 24;

interface Line {
  readonly text: string;
  /** The name of the figure with which a first line begins. */
  readonly name: string;
}

function linesOf(paper: Paper, [name, means]: Meaning, width: number): readonly Line[] {
  // A name is drawn bold: measured so, no line comes out wider.
  const lines = paper.linesOf(`${name}: ${means}`, width, { size: SIZE, isBold: true });
  return lines.map((text, at) => ({ text, name: at === 0 ? `${name}:` : '' }));
}

function drawLine(paper: Paper, { text, name }: Line, from: number, y: number): void {
  const bold = { size: SIZE, isBold: true, colour: INK.ink };
  if (name !== '') paper.text(name, from, y, bold);
  const after = name === '' ? 0 : paper.widthOf(`${name} `, bold);
  paper.text(text.slice(name.length).trimStart(), from + after, y, { size: SIZE, colour: INK.inkSoft });
}

/** Two columns that are about as long as each other; no sentence goes on in the other. */
function inColumns(figures: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const half = figures.flat().length / 2;
  const first: Line[] = [];
  const second: Line[] = [];
  for (const lines of figures) (first.length < half ? first : second).push(...lines);
  return [first, second];
}

/** What each figure of a page means, in small print, in two columns. */
export function drawMeanings(paper: Paper, title: string, meanings: readonly Meaning[]): void {
  const lineHeight = SIZE * (paper.isRtl ? 1.85 : 1.35);
  const width = (INNER - GAP) / 2;
  const columns = inColumns(meanings.map((meaning) => linesOf(paper, meaning, width)));
  const top = paper.room(TITLE + Math.max(...columns.map(({ length }) => length)) * lineHeight);
  paper.text(title, MARGIN, top + TITLE - 8, { size: 10, isBold: true, colour: INK.deep });
  columns.forEach((lines, column) => {
    const from = MARGIN + column * (width + GAP);
    lines.forEach((line, place) => drawLine(paper, line, from, top + TITLE + (place + 0.75) * lineHeight));
  });
}
