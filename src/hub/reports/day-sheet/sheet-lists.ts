import { FIGURE_WORDS } from '../../../domain/reports/figures/figure-words.ts';
import type { FigureName } from '../../../domain/reports/figures/figures.ts';
import { CASE_WORDS, jumpReasonText, TABLE_WORDS } from '../../../domain/reports/figures/table-words.ts';
import type { ReportAnswer } from '../../../protocol/answers/report-answers.ts';
import { groupText, inOrder } from '../export/report-words.ts';
import { digitsIn, figureText, headText, type Sheet, tookText } from './sheet-text.ts';
import { SHEET_WORDS } from './sheet-words.ts';

/** A table of the sheet, all of it as people read it; the heads are those of the columns after the first. */
export interface SheetList {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The figures of each service. */
export const LISTED = [
  'tokens',
  'served',
  'noShows',
  'parks',
  'transfers',
  'waitP50Ms',
  'waitP90Ms',
  'inTargetShare',
  'serveP50Ms',
  'serveP90Ms',
] as const satisfies readonly FigureName[];

/** The columns of applications. */
export const CASES = ['ended', 'sentBack', 'late', 'tookP50S', 'open', 'overdue'] as const;

/** Somebody may type another reason each time: so many are told apart, the rest together. */
const MOST_REASONS = 8;

export const serviceList = (rows: ReportAnswer['rows'], sheet: Sheet): SheetList => ({
  title: SHEET_WORDS.services[sheet.language],
  heads: LISTED.map((name) => headText(FIGURE_WORDS[name], sheet)),
  rows: rows.map(({ key, figures }) => [
    groupText('service', key, sheet),
    ...LISTED.map((name) => figureText(name, figures, sheet)),
  ]),
});

const sumOf = (jumps: ReportAnswer['jumps'], name: 'count' | 'overtaken'): number =>
  jumps.reduce((sum, one) => sum + one[name], 0);

export function jumpList(jumps: ReportAnswer['jumps'], { language }: Sheet): SheetList {
  const digits = digitsIn(language);
  const others = jumps.slice(MOST_REASONS);
  const rows = jumps
    .slice(0, MOST_REASONS)
    .map(({ reason, count, overtaken }) => [jumpReasonText(reason, language), digits(count), digits(overtaken)]);
  const rest = [SHEET_WORDS.otherReasons[language], digits(sumOf(others, 'count')), digits(sumOf(others, 'overtaken'))];
  return {
    title: TABLE_WORDS.jumps[language],
    heads: [FIGURE_WORDS.jumps.name[language], FIGURE_WORDS.overtaken.name[language]],
    rows: others.length > 0 ? [...rows, rest] : rows,
  };
}

export function caseList(cases: ReportAnswer['cases'], sheet: Sheet): SheetList {
  const { language } = sheet;
  const digits = digitsIn(language);
  return {
    title: TABLE_WORDS.cases[language],
    heads: CASES.map((name) => CASE_WORDS[name].name[language]),
    rows: inOrder(cases, sheet.centre).map((row) => [
      groupText('stage', row.stage, sheet),
      ...CASES.map((name) => (name === 'tookP50S' ? tookText(row[name], sheet) : digits(row[name]))),
    ]),
  };
}
