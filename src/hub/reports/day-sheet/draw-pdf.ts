import type { DaySheet } from './day-sheet.ts';
import { drawCounters } from './draw-counters.ts';
import { drawHours } from './draw-hours.ts';
import { drawList } from './draw-list.ts';
import { INK, INNER, MARGIN, type Paper, paperOf, WIDTH } from './paper.ts';

const HEAD = 76;
const TILE = 50;
const GAP = 8;
const IN_A_ROW = 4;

function drawHead(paper: Paper, { centreName, dayText, word }: DaySheet): void {
  const y = paper.room(HEAD + 14) - MARGIN;
  paper.box(0, y, WIDTH, HEAD + 20, INK.deep);
  paper.text(centreName, MARGIN, y + 44, { size: 19, isBold: true, colour: INK.white, most: INNER });
  paper.text(`${word('title')} · ${dayText}`, MARGIN, y + 76, { size: 12, colour: INK.soft, most: INNER });
}

function drawTiles(paper: Paper, { tiles }: DaySheet): void {
  const width = (INNER - (IN_A_ROW - 1) * GAP) / IN_A_ROW;
  const rows = Math.ceil(tiles.length / IN_A_ROW);
  const top = paper.room(rows * (TILE + GAP) + GAP);
  tiles.forEach(({ name, value }, place) => {
    const x = MARGIN + (place % IN_A_ROW) * (width + GAP);
    const y = top + Math.floor(place / IN_A_ROW) * (TILE + GAP);
    paper.box(x, y, width, TILE, INK.soft);
    paper.text(name, x + 10, y + 17, { size: 8.5, colour: INK.inkSoft, most: width - 20 });
    paper.text(value, x + 10, y + 40, { size: 16, isBold: true, colour: INK.deep, most: width - 20 });
  });
}

/** What each figure means, in small print, as much of it as there is. */
function drawMeanings(paper: Paper, { meanings, word }: DaySheet): void {
  const size = paper.isRtl ? 7.5 : 7;
  const lineHeight = size * (paper.isRtl ? 2.2 : 1.4);
  const title = paper.room(26);
  paper.text(word('meanings'), MARGIN, title + 18, { size: 10, isBold: true, colour: INK.deep });
  for (const [name, means] of meanings) {
    const lines = paper.linesOf(`${name}: ${means}`, INNER, { size });
    const y = paper.room(lines.length * lineHeight + 1);
    lines.forEach((line, place) => {
      paper.text(line, MARGIN, y + (place + 0.75) * lineHeight, { size, colour: INK.inkSoft });
    });
  }
}

/** The report of a day as a PDF of A4 pages: two, where a centre has no more counters and services than most. */
export function drawPdf(sheet: DaySheet): Buffer {
  const { centreName, dayText, word, digits, language, lists } = sheet;
  const paper = paperOf(language, (page) =>
    [centreName, dayText, ...(page === 0 ? [] : [`${word('page')} ${digits(page)}`])].join(' · '),
  );
  drawHead(paper, sheet);
  drawTiles(paper, sheet);
  drawHours(paper, sheet);
  const [services, ...others] = lists;
  if (services) drawList(paper, services);
  else paper.text(word('nothing'), MARGIN, paper.room(40) + 26, { size: 11, colour: INK.inkSoft });
  drawCounters(paper, sheet);
  for (const list of others) drawList(paper, list);
  drawMeanings(paper, sheet);
  return paper.close();
}
