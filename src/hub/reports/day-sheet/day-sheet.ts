import { dayBounds } from '../../../domain/calendar/service-day.ts';
import type { Centre } from '../../../domain/centre.ts';
import { reasonText } from '../../../domain/reasons.ts';
import type { DayFacts } from '../../../domain/reports/day-facts.ts';
import { FIGURE_WORDS, inUnit } from '../../../domain/reports/figures/figure-words.ts';
import type { FigureName, Figures } from '../../../domain/reports/figures/figures.ts';
import { type Grouping, NO_FILTER } from '../../../domain/reports/figures/grouping.ts';
import type { Language } from '../../../domain/token.ts';
import { inUrduDigits } from '../../../domain/urdu-digits.ts';
import type { CounterDay, ReportAnswer } from '../../../protocol/report-answers.ts';
import { slipDate } from '../../../slip/slip-words.ts';
import { counterDayOf } from '../counter-day.ts';
import { groupText } from '../export/report-words.ts';
import { makeReport } from '../make-report.ts';
import { SHEET_WORDS, type SheetWord } from './sheet-words.ts';

/** A figure that stands by itself on the sheet. */
export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** A table of the sheet, all of it as people read it. */
export interface SheetList {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All that the printed report of a day says. */
export interface DaySheet {
  readonly language: Language;
  readonly centreName: string;
  readonly dayText: string;
  readonly tiles: readonly Tile[];
  readonly byHour: ReportAnswer['byHour'];
  readonly lists: readonly SheetList[];
  readonly counters: CounterDay;
  readonly meanings: readonly (readonly [name: string, means: string])[];
  readonly word: (word: SheetWord) => string;
  /** A number in the digits of the language. */
  readonly digits: (value: number | string) => string;
}

const TILES: readonly FigureName[] = [
  'tokens',
  'served',
  'noShows',
  'left',
  'waitP50Ms',
  'waitP90Ms',
  'inTargetShare',
  'idleMs',
];
const LISTED: readonly FigureName[] = [
  'tokens',
  'served',
  'waitP50Ms',
  'waitP90Ms',
  'inTargetShare',
  'serveP50Ms',
  'noShows',
  'transfers',
];
const HOUR_S = 3600;

interface Sheet {
  readonly centre: Centre;
  readonly language: Language;
}

const digitsIn = (language: Language) => (value: number | string) =>
  language === 'ur' ? inUrduDigits(String(value)).replace('.', '٫') : String(value);

/** A figure in its unit, without naming it. */
function figureText(name: FigureName, figures: Figures, { language }: Sheet): string {
  const value = figures[name];
  return value === null ? '–' : digitsIn(language)(inUnit(FIGURE_WORDS[name].kind, value));
}

/** The unit of a figure; empty for numbers of things. */
function unitText(name: FigureName, { language }: Sheet): string {
  const { kind } = FIGURE_WORDS[name];
  return kind === 'count' ? '' : SHEET_WORDS[kind][language];
}

/** A figure's name with its unit, for the head of a column. */
function headText(name: FigureName, sheet: Sheet): string {
  const unit = unitText(name, sheet);
  return FIGURE_WORDS[name].name[sheet.language] + (unit === '' ? '' : ` (${unit})`);
}

function listOf(title: SheetWord, groupBy: Grouping, rows: ReportAnswer['rows'], sheet: Sheet): SheetList {
  const { language } = sheet;
  return {
    title: SHEET_WORDS[title][language],
    heads: [SHEET_WORDS[title][language], ...LISTED.map((name) => headText(name, sheet))],
    rows: rows.map(({ key, figures }) => [
      groupText(groupBy, key, sheet),
      ...LISTED.map((name) => figureText(name, figures, sheet)),
    ]),
  };
}

function jumpList(jumps: ReportAnswer['jumps'], { language }: Sheet): SheetList {
  const digits = digitsIn(language);
  const word = (name: SheetWord) => SHEET_WORDS[name][language];
  const said = (reason: string) => (reason === 'withoutToken' ? word('withoutToken') : reasonText(reason, language));
  return {
    title: word('jumps'),
    heads: [word('reason'), word('count'), FIGURE_WORDS.overtaken.name[language]],
    rows: jumps.map(({ reason, count, overtaken }) => [said(reason), digits(count), digits(overtaken)]),
  };
}

function caseList(cases: ReportAnswer['cases'], sheet: Sheet): SheetList {
  const { centre, language } = sheet;
  const digits = digitsIn(language);
  const order = centre.stages.map(({ id }) => id);
  const took = (seconds: number | null): string => {
    if (seconds === null) return '–';
    const isShort = seconds < 2 * HOUR_S;
    const number = Math.round((seconds / (isShort ? 60 : HOUR_S)) * 10) / 10;
    return `${digits(number)} ${SHEET_WORDS[isShort ? 'minutes' : 'hours'][language]}`;
  };
  return {
    title: SHEET_WORDS.cases[language],
    heads: (['stage', 'ended', 'late', 'tookHalf', 'open', 'overdue'] as const).map(
      (name) => SHEET_WORDS[name][language],
    ),
    rows: cases
      .toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
      .map(({ stage, ended, late, tookP50S, open, overdue }) => [
        groupText('stage', stage, sheet),
        digits(ended),
        digits(late),
        took(tookP50S),
        digits(open),
        digits(overdue),
      ]),
  };
}

/** The report of one day for paper, from its facts. */
export function daySheetOf(days: readonly DayFacts[], sheet: Sheet & { readonly day: string }): DaySheet {
  const { centre, language, day } = sheet;
  const report = makeReport(days, { fromDay: day, toDay: day, groupBy: 'service', filter: NO_FILTER });
  const [beganAt] = dayBounds(day, centre);
  const lists = [
    listOf('services', 'service', report.rows, sheet),
    jumpList(report.jumps, sheet),
    caseList(report.cases, sheet),
  ];
  return {
    language,
    centreName: centre.name[language],
    dayText: slipDate(beganAt, centre.timeZone, language),
    tiles: TILES.map((name) => ({
      name: FIGURE_WORDS[name].name[language],
      value: figureText(name, report.total, sheet),
      unit: unitText(name, sheet),
    })),
    byHour: report.byHour,
    lists: lists.filter(({ rows }) => rows.length > 0),
    counters: counterDayOf(day, days),
    meanings: [...new Set([...TILES, ...LISTED])].map((name) => [
      FIGURE_WORDS[name].name[language],
      FIGURE_WORDS[name].means[language],
    ]),
    word: (word) => SHEET_WORDS[word][language],
    digits: digitsIn(language),
  };
}
