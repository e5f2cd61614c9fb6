import type { SheetList } from './sheet-lists.ts';
import { INK, INNER, MARGIN, type Paper } from './paper.ts';

/** Where a table stands from the beginning edge, how wide it is, and what part of that the first column has. */
interface Place {
  readonly from: number;
  readonly width: number;
  readonly nameShare: number;
}

const TITLE = 24;
const GAP = 24;
const ALL: Place = { from: MARGIN, width: INNER, nameShare: 0.25 };

const rowHeightOn = (paper: Paper): number => (paper.isRtl ? 14 : 12.5);

/** Heads of columns, each broken into lines that end at its column and stand on one ground. */
export function drawHeads(paper: Paper, heads: readonly string[], ends: (place: number) => number, column: number) {
  const style = { size: paper.isRtl ? 6.5 : 7, colour: INK.inkSoft };
  const lineHeight = style.size * (paper.isRtl ? 1.75 : 1.2);
  const broken = heads.map((head) => paper.linesOf(head, column, style));
  const most = Math.max(...broken.map(({ length }) => length));
  return {
    height: most * lineHeight,
    draw(top: number): void {
      broken.forEach((lines, place) => {
        lines.forEach((line, at) => {
          const y = top + (most - lines.length + at + 0.8) * lineHeight;
          paper.text(line, ends(place), y, { ...style, align: 'end', most: column });
        });
      });
    },
  };
}

/** How a table is drawn at its place, piece by piece. */
function tableAt(paper: Paper, { title, heads }: SheetList, { from, width, nameShare }: Place) {
  const nameWidth = width * nameShare;
  const column = (width - nameWidth) / heads.length;
  const ends = (place: number) => from + nameWidth + (place + 1) * column;
  const head = drawHeads(paper, heads, ends, column - 5);
  const rowHeight = rowHeightOn(paper);
  const size = paper.isRtl ? 7.5 : 8;
  return {
    headHeight: TITLE + head.height + 3,
    rowHeight,
    head(top: number): void {
      const style = { size: 10, isBold: true, colour: INK.deep, most: width };
      paper.text(title, from, top + TITLE - 8, style);
      head.draw(top + TITLE);
    },
    row([name = '', ...cells]: readonly string[], top: number): void {
      const y = top + rowHeight * 0.7;
      paper.box(from, top, width, 0.5, INK.line);
      paper.text(name, from, y, { size, isBold: true, most: nameWidth - 6 });
      cells.forEach((cell, place) => paper.text(cell, ends(place), y, { size, align: 'end', most: column - 5 }));
    },
  };
}

/** A table with a row for each line; its head stands again on each page. */
export function drawList(paper: Paper, list: SheetList): void {
  const table = tableAt(paper, list, ALL);
  const head = () => table.head(paper.room(table.headHeight));
  head();
  for (const row of list.rows) {
    if (!paper.fits(table.rowHeight)) head();
    table.row(row, paper.room(table.rowHeight));
  }
}

/** Two tables side by side, a short one and a wide one; one of them without rows leaves its place to the other. */
export function drawBeside(paper: Paper, short: SheetList, wide: SheetList): void {
  const isBoth = short.rows.length > 0 && wide.rows.length > 0;
  const shortWidth = INNER * 0.34;
  const places: readonly (readonly [SheetList, Place])[] = [
    [short, { from: MARGIN, width: shortWidth, nameShare: 0.54 }],
    [wide, isBoth ? { from: MARGIN + shortWidth + GAP, width: INNER - shortWidth - GAP, nameShare: 0.36 } : ALL],
  ];
  const tables = places
    .filter(([{ rows }]) => rows.length > 0)
    .map(([list, place]) => ({ rows: list.rows, table: tableAt(paper, list, place) }));
  const heights = tables.map(({ rows, table }) => table.headHeight + rows.length * table.rowHeight);
  const top = paper.room(Math.max(0, ...heights));
  for (const { rows, table } of tables) {
    table.head(top);
    rows.forEach((row, at) => table.row(row, top + table.headHeight + at * table.rowHeight));
  }
}
