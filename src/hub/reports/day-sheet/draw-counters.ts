import { PHASE_WORDS } from '../../../domain/reports/figures/group-words.ts';
import { TABLE_WORDS } from '../../../domain/reports/figures/table-words.ts';
import type { Phase } from '../../../domain/reports/day-facts.ts';
import { inUnit } from '../../../domain/reports/figures/figure-words.ts';
import type { CounterDay } from '../../../protocol/answers/report-answers.ts';
import type { DaySheet } from './day-sheet.ts';
import { drawHeads } from './draw-list.ts';
import { INK, INNER, MARGIN, type Paper } from './paper.ts';

/** Colour and height (of a row's) of each phase: they differ in both, so that a print without colour can be read. */
const LOOKS: Readonly<Record<Phase, { readonly colour: string; readonly part: number }>> = {
  serving: { colour: INK.house, part: 1 },
  called: { colour: '#7fae98', part: 1 },
  idle: { colour: INK.amber, part: 0.5 },
  free: { colour: '#cfd8d2', part: 0.5 },
  onBreak: { colour: INK.inkSoft, part: 0.16 },
};
const SHOWN: readonly Phase[] = ['serving', 'called', 'idle', 'free', 'onBreak'];
/** Where the entries of the key begin, as shares of the width. */
const KEY_AT = [0, 0.17, 0.31, 0.6, 0.84] as const;
const NAME = 30;
const FIGURE = 46;
const ROW = 9.5;
const HOUR_MS = 3_600_000;

function drawKey(paper: Paper, language: 'en' | 'ur'): void {
  const y = paper.room(14);
  SHOWN.forEach((phase, place) => {
    const { colour, part } = LOOKS[phase];
    const from = MARGIN + INNER * (KEY_AT[place] ?? 0);
    paper.box(from, y + 8 - 8 * part, 12, 8 * part, colour);
    paper.text(PHASE_WORDS[phase][language], from + 16, y + 8, { size: 8, colour: INK.inkSoft, most: 130 });
  });
}

function drawSpans(paper: Paper, y: number, height: number, counters: CounterDay, spans: readonly number[]): void {
  const { fromMs, toMs, phases } = counters;
  const width = INNER - NAME - 3 * FIGURE;
  const at = (second: number) => ((second * 1000 - fromMs) / Math.max(1, toMs - fromMs)) * width;
  for (let place = 0; place < spans.length; place += 3) {
    const [phase = 0, from = 0, to = 0] = spans.slice(place, place + 3);
    const { colour, part } = LOOKS[phases[phase] ?? 'free'];
    paper.box(MARGIN + NAME + at(from), y + height * (1 - part), at(to) - at(from), height * part, colour);
  }
}

function drawHourLine(paper: Paper, y: number, { fromMs, toMs }: CounterDay, digits: DaySheet['digits']): void {
  const width = INNER - NAME - 3 * FIGURE;
  for (let at = Math.ceil(fromMs / HOUR_MS) * HOUR_MS; at <= toMs; at += HOUR_MS) {
    const x = MARGIN + NAME + ((at - fromMs) / Math.max(1, toMs - fromMs)) * width;
    paper.text(digits((at / HOUR_MS) % 24), x, y, { size: 7, align: 'middle', colour: INK.inkSoft });
  }
}

/** What each counter did over the day, a row each: serving, called, idle while somebody waited, nobody to call, break. */
export function drawCounters(paper: Paper, { counters, counterHeads, language, digits }: DaySheet): void {
  if (counters.counters.length === 0) return;
  const column = (place: number) => MARGIN + INNER - (2 - place) * FIGURE;
  const heads = drawHeads(paper, counterHeads, column, FIGURE - 5);

  function head(): void {
    const y = paper.room(24);
    paper.text(TABLE_WORDS.counters[language], MARGIN, y + 14, { size: 10, isBold: true, colour: INK.deep });
    drawKey(paper, language);
    const top = paper.room(heads.height + 4);
    drawHourLine(paper, top + heads.height - 1, counters, digits);
    heads.draw(top);
  }

  head();
  for (const { id, spans, openMs, idleMs, calls } of counters.counters) {
    if (!paper.fits(ROW)) head();
    const y = paper.room(ROW);
    paper.text(digits(id), MARGIN, y + ROW - 2, { size: 7, isBold: true });
    drawSpans(paper, y, ROW - 2, counters, spans);
    const hours = (ms: number) => digits(inUnit('hours', ms));
    [hours(openMs), hours(idleMs), digits(calls)].forEach((value, place) => {
      paper.text(value, column(place), y + ROW - 2, { size: 7, align: 'end', most: FIGURE - 5 });
    });
  }
}
