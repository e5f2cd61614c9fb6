import { dayBounds } from '../../../domain/calendar/service-day.ts';
import type { DayFacts } from '../../../domain/reports/day-facts.ts';
import { FIGURE_WORDS, type FigureWords } from '../../../domain/reports/figures/figure-words.ts';
import type { FigureName } from '../../../domain/reports/figures/figures.ts';
import { NO_FILTER } from '../../../domain/reports/figures/grouping.ts';
import { CASE_WORDS, PHASE_MEANS } from '../../../domain/reports/figures/table-words.ts';
import type { Language } from '../../../domain/token.ts';
import type { CounterDay, ReportAnswer } from '../../../protocol/answers/report-answers.ts';
import { slipDate } from '../../../slip/slip-words.ts';
import { counterDayOf } from '../counter-day.ts';
import { makeReport } from '../make-report.ts';
import { caseList, CASES, jumpList, LISTED, serviceList, type SheetList } from './sheet-lists.ts';
import { digitsIn, figureText, headText, type Sheet, unitText } from './sheet-text.ts';
import { SHEET_WORDS, type SheetWord } from './sheet-words.ts';

/** A figure that stands by itself on the sheet. */
export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** A figure's name, and the sentence that says what it counts. */
export type Meaning = readonly [name: string, means: string];

/** All that the printed report of a day says. */
export interface DaySheet {
  readonly language: Language;
  readonly centreName: string;
  readonly dayText: string;
  readonly tiles: readonly Tile[];
  readonly byHour: ReportAnswer['byHour'];
  readonly services: SheetList;
  readonly counters: CounterDay;
  /** The heads of the figures beside each counter: how long open, how long idle, and calls. */
  readonly counterHeads: readonly string[];
  readonly jumps: SheetList;
  readonly cases: SheetList;
  /** What the figures of the first page mean, and those of the second. */
  readonly meanings: readonly [hall: readonly Meaning[], counters: readonly Meaning[]];
  readonly word: (word: SheetWord) => string;
  /** A number in the digits of the language. */
  readonly digits: (value: number | string) => string;
}

/** In rows of five: who came, how long they waited, how they were served. */
const TILES: readonly FigureName[] = [
  ...(['tokens', 'served', 'left', 'noShows', 'parks'] as const),
  ...(['waitP50Ms', 'waitP90Ms', 'inTargetShare', 'forecastMaeMs', 'idleMs'] as const),
  ...(['serveP50Ms', 'serveP90Ms', 'good', 'fair', 'bad'] as const),
];
const OF_COUNTERS = ['openMs', 'servingMs', 'idleMs', 'breakMs', 'calls', 'jumps', 'overtaken'] as const;

function meaningsOf(hasCases: boolean, { language }: Sheet): DaySheet['meanings'] {
  const said = ({ name, means }: Pick<FigureWords, 'name' | 'means'>): Meaning => [name[language], means[language]];
  const cases = hasCases ? CASES.map((name) => CASE_WORDS[name]) : [];
  const hall = [...new Set([...TILES, ...LISTED])].map((name) => FIGURE_WORDS[name]);
  const counters = [...OF_COUNTERS.map((name) => FIGURE_WORDS[name]), PHASE_MEANS.called, PHASE_MEANS.free, ...cases];
  return [hall.map(said), counters.map(said)];
}

/** The report of one day for paper, from its facts. */
export function daySheetOf(days: readonly DayFacts[], sheet: Sheet & { readonly day: string }): DaySheet {
  const { centre, language, day } = sheet;
  const report = makeReport(days, { fromDay: day, toDay: day, groupBy: 'service', filter: NO_FILTER });
  const [beganAt] = dayBounds(day, centre);
  return {
    language,
    centreName: centre.name[language],
    dayText: slipDate(beganAt, centre.timeZone, language),
    tiles: TILES.map((name) => ({
      name: FIGURE_WORDS[name].name[language],
      value: figureText(name, report.total, sheet),
      unit: report.total[name] === null ? '' : unitText(FIGURE_WORDS[name], sheet),
    })),
    byHour: report.byHour,
    services: serviceList(report.rows, sheet),
    counters: counterDayOf(day, days),
    counterHeads: (['openMs', 'idleMs', 'calls'] as const).map((name) => headText(FIGURE_WORDS[name], sheet)),
    jumps: jumpList(report.jumps, sheet),
    cases: caseList(report.cases, sheet),
    meanings: meaningsOf(report.cases.length > 0, sheet),
    word: (word) => SHEET_WORDS[word][language],
    digits: digitsIn(language),
  };
}
