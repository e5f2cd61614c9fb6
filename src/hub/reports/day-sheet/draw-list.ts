import type { SheetList } from './day-sheet.ts';
import { INK, INNER, MARGIN, type Paper } from './paper.ts';

const NAME_SHARE = 0.3;
/** A table of few columns is not drawn as wide as the paper. */
const MOST_COLUMN = 90;

/** A table with a row for each line; its head stands again on each page. */
export function drawList(paper: Paper, { title, heads, rows }: SheetList): void {
  const rowHeight = paper.isRtl ? 17 : 14;
  const size = paper.isRtl ? 7.5 : 8.5;
  const nameWidth = INNER * NAME_SHARE;
  const column = Math.min(MOST_COLUMN, (INNER - nameWidth) / (heads.length - 1));
  const width = nameWidth + column * (heads.length - 1);

  function line(cells: readonly string[], y: number, isHead: boolean): void {
    const colour = isHead ? INK.inkSoft : INK.ink;
    cells.forEach((cell, place) => {
      const style = { size: isHead ? size - 1 : size, colour, isBold: !isHead && place === 0 };
      if (place === 0) paper.text(cell, MARGIN, y, { ...style, most: nameWidth - 6 });
      else paper.text(cell, MARGIN + nameWidth + place * column, y, { ...style, align: 'end', most: column - 6 });
    });
  }

  function head(): void {
    const y = paper.room(rowHeight + 26);
    paper.text(title, MARGIN, y + 18, { size: 10, isBold: true, colour: INK.deep });
    line(['', ...heads.slice(1)], y + 22 + rowHeight * 0.68, true);
  }

  head();
  for (const row of rows) {
    if (!paper.fits(rowHeight)) head();
    const y = paper.room(rowHeight);
    paper.box(MARGIN, y, width, 0.5, INK.line);
    line(row, y + rowHeight * 0.68, false);
  }
}
