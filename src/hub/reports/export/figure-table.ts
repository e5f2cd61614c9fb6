import type { DayFacts } from '../../../domain/reports/day-facts.ts';
import { totalOf } from '../../../domain/reports/figures/add-up.ts';
import { FIGURE_NAMES, FIGURE_WORDS } from '../../../domain/reports/figures/figure-words.ts';
import type { Figures } from '../../../domain/reports/figures/figures.ts';
import { TABLE_WORDS } from '../../../domain/reports/figures/table-words.ts';
import type { ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { rowsOf } from '../make-report.ts';
import { allText, groupingText, groupText, type Reading } from './report-words.ts';
import { figureCell, figureHead, plainHead, type SheetTable } from './sheet-table.ts';

const cellsOf = (figures: Figures) => FIGURE_NAMES.map((name) => figureCell(FIGURE_WORDS[name], figures[name]));

/** The figures of a report: a row for each group, the total last. */
export function figureTable(days: readonly DayFacts[], question: ReportQuestion, reading: Reading): SheetTable {
  const { language } = reading;
  const { groupBy, filter } = question;
  return {
    title: TABLE_WORDS.figures[language],
    heads: [
      plainHead(groupingText(groupBy, language)),
      ...FIGURE_NAMES.map((name) => figureHead(FIGURE_WORDS[name], language)),
    ],
    rows: [
      ...rowsOf(days, question).map(({ key, figures }) => [groupText(groupBy, key, reading), ...cellsOf(figures)]),
      [allText(language), ...cellsOf(totalOf(days, filter))],
    ],
  };
}
