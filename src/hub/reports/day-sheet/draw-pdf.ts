import type { DaySheet } from './day-sheet.ts';
import { drawCounters } from './draw-counters.ts';
import { drawHours } from './draw-hours.ts';
import { drawBeside, drawList } from './draw-list.ts';
import { drawMeanings } from './draw-meanings.ts';
import { INK, INNER, MARGIN, type Paper, paperOf, WIDTH } from './paper.ts';

const HEAD = 72;
const TILE = 38;
const GAP = 6;
const IN_A_ROW = 5;

function drawHead(paper: Paper, { centreName, dayText, word }: DaySheet): void {
  paper.room(HEAD - MARGIN + 12);
  paper.box(0, 0, WIDTH, HEAD, INK.deep);
  paper.text(centreName, MARGIN, 34, { size: 16, isBold: true, colour: INK.white, most: INNER });
  paper.text(`${word('title')} · ${dayText}`, MARGIN, 58, { size: 10.5, colour: INK.soft, most: INNER });
}

function drawTiles(paper: Paper, { tiles }: DaySheet): void {
  const width = (INNER - (IN_A_ROW - 1) * GAP) / IN_A_ROW;
  const rows = Math.ceil(tiles.length / IN_A_ROW);
  const top = paper.room(rows * (TILE + GAP) + GAP);
  tiles.forEach(({ name, value, unit }, place) => {
    const x = MARGIN + (place % IN_A_ROW) * (width + GAP);
    const y = top + Math.floor(place / IN_A_ROW) * (TILE + GAP);
    paper.box(x, y, width, TILE, INK.soft);
    paper.text(name, x + 8, y + 13, { size: 7.5, colour: INK.inkSoft, most: width - 16 });
    const size = paper.isRtl ? 12 : 14;
    paper.text(value, x + 8, y + 31, { size, isBold: true, colour: INK.deep, most: width - 16 });
    const after = x + 11 + paper.widthOf(value, { size, isBold: true });
    paper.text(unit, after, y + 31, { size: paper.isRtl ? 7 : 8.5, colour: INK.inkSoft });
  });
}

/** The report of a day as a PDF of A4 pages: two, where a centre has no more counters and services than most. */
export function drawPdf(sheet: DaySheet): Buffer {
  const { centreName, dayText, word, digits, language, services, counters, cases, meanings } = sheet;
  const paper = paperOf(language, (page) =>
    [centreName, dayText, ...(page === 0 ? [] : [`${word('page')} ${digits(page)}`])].join(' · '),
  );
  const [ofHall, ofCounters] = meanings;
  drawHead(paper, sheet);
  drawTiles(paper, sheet);
  drawHours(paper, sheet);
  if (services.rows.length > 0) drawList(paper, services);
  else paper.text(word('nothing'), MARGIN, paper.room(40) + 26, { size: 11, colour: INK.inkSoft });
  drawMeanings(paper, word('meanings'), ofHall);
  if (counters.counters.length + cases.rows.length === 0) return paper.close();
  paper.turn();
  drawCounters(paper, sheet);
  drawBeside(paper, sheet.jumps, sheet.cases);
  drawMeanings(paper, word('meanings'), ofCounters);
  return paper.close();
}
