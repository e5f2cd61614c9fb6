import type { DaySheet } from './day-sheet.ts';
import { INK, INNER, MARGIN, type Paper } from './paper.ts';

const PLOT = 62;
const TITLE = 28;
const LABELS = 18;
/** Hours in a row, from the first with anything to the last; a day shorter than this is drawn with room around. */
const LEAST_HOURS = 8;

/** The key of a plot: a patch of colour and what it stands for, one after the other from the far edge. */
function drawKey(paper: Paper, y: number, entries: readonly (readonly [colour: string, name: string])[]): void {
  let from = MARGIN + INNER - entries.length * 100 + 20;
  for (const [colour, name] of entries) {
    paper.box(from, y - 7, 8, 8, colour);
    paper.text(name, from + 12, y, { size: 8, colour: INK.inkSoft, most: 84 });
    from += 100;
  }
}

/** Tokens given out against visits ended, a pair of bars an hour. */
export function drawHours(paper: Paper, { byHour, word, digits }: DaySheet): void {
  const busy = byHour.filter(({ tokens, served }) => tokens + served > 0);
  if (busy.length === 0) return;
  const first = Math.min(...busy.map(({ hour }) => hour));
  const count = Math.max(LEAST_HOURS, Math.max(...busy.map(({ hour }) => hour)) - first + 1);
  const most = Math.max(...busy.flatMap(({ tokens, served }) => [tokens, served]));
  const top = paper.room(TITLE + PLOT + LABELS);
  paper.text(word('arrivalsByHour'), MARGIN, top + 18, { size: 10, isBold: true, colour: INK.deep, most: INNER / 2 });
  drawKey(paper, top + 18, [
    [INK.house, word('arrivals')],
    [INK.amber, word('visitsEnded')],
  ]);
  const ground = top + TITLE + PLOT;
  const step = INNER / count;
  const bar = Math.min(14, step * 0.3);
  paper.box(MARGIN, ground, INNER, 0.5, INK.inkSoft);
  for (const { hour, tokens, served } of busy) {
    const middle = MARGIN + (hour - first + 0.5) * step;
    ([tokens, served] as const).forEach((value, place) => {
      const height = (value / most) * (PLOT - 12);
      const from = middle - bar + place * (bar + 1);
      paper.box(from, ground - height, bar, height, place === 0 ? INK.house : INK.amber);
      if (value > 0) paper.text(digits(value), from + bar / 2, ground - height - 2, { size: 6, align: 'middle' });
    });
    paper.text(digits(hour), middle, ground + 12, { size: 8, align: 'middle', colour: INK.inkSoft });
  }
}
