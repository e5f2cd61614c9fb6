import type { DaySheet } from './day-sheet.ts';
import { drawCounters } from './draw-counters.ts';
import { drawHours } from './draw-hours.ts';
import { drawList } from './draw-list.ts';
import { INK, INNER, MARGIN, type Paper, paperOf, WIDTH } from './paper.ts';

const HEAD = 76;
const TILE = 52;
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
  tiles.forEach(({ name, value, unit }, place) => {
    const x = MARGIN + (place % IN_A_ROW) * (width + GAP);
    const y = top + Math.floor(place / IN_A_ROW) * (TILE + GAP);
    paper.box(x, y, width, TILE, INK.soft);
    paper.text(name, x + 10, y + 17, { size: 8.5, colour: INK.inkSoft, most: width - 20 });
    const size = paper.isRtl ? 14 : 17;
    paper.text(value, x + 10, y + 42, { size, isBold: true, colour: INK.deep, most: width - 20 });
    const after = x + 14 + paper.widthOf(value, { size, isBold: true });
    paper.text(unit, after, y + 42, { size: paper.isRtl ? 8 : 10, colour: INK.inkSoft });
  });
}

/** What each figure means, in small print, in two columns. */
function drawMeanings(paper: Paper, { meanings, word }: DaySheet): void {
  const size = 6.5;
  const lineHeight = size * (paper.isRtl ? 2.2 : 1.4);
  const title = paper.room(26);
  paper.text(word('meanings'), MARGIN, title + 18, { size: 10, isBold: true, colour: INK.deep });
  const width = (INNER - 2 * GAP) / 2;
  const lines = meanings.flatMap(([name, means]) => paper.linesOf(`${name}: ${means}`, width, { size }));
  const inColumn = Math.ceil(lines.length / 2);
  const top = paper.room(inColumn * lineHeight);
  lines.forEach((line, place) => {
    const from = MARGIN + Math.floor(place / inColumn) * (width + 2 * GAP);
    paper.text(line, from, top + ((place % inColumn) + 0.75) * lineHeight, { size, colour: INK.inkSoft });
  });
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
  paper.turn();
  drawCounters(paper, sheet);
  for (const list of others) drawList(paper, list);
  drawMeanings(paper, sheet);
  return paper.close();
}
