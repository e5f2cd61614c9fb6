import type { Language } from '../../../domain/token.ts';
import { FIGURE_NAMES, FIGURE_WORDS, type FigureKind, inUnit } from '../../../domain/reports/figures/figure-words.ts';
import type { Figures } from '../../../domain/reports/figures/figures.ts';
import type { ReportQuestion } from '../../../protocol/report-answers.ts';
import type { ReportRow } from '../make-report.ts';
import { allText, groupingText, groupText, type Reading } from './report-words.ts';

export type SheetCell = string | number | null;

/** One head of a table: its name, and what stands under it in a sentence where there is one to say. */
export interface SheetHead {
  readonly name: string;
  readonly means: string | null;
}

/** A table as it is exported, whatever the kind of file. */
export interface SheetTable {
  readonly heads: readonly SheetHead[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const UNITS: Readonly<Record<FigureKind, Readonly<Record<Language, string>>>> = {
  count: { en: '', ur: '' },
  minutes: { en: ' (min)', ur: ' (منٹ)' },
  hours: { en: ' (h)', ur: ' (گھنٹے)' },
  percent: { en: ' (%)', ur: ' (فیصد)' },
};

const cellsOf = (figures: Figures): readonly SheetCell[] =>
  FIGURE_NAMES.map((name) => {
    const value = figures[name];
    return value === null ? null : inUnit(FIGURE_WORDS[name].kind, value);
  });

/** The table of a report: a row for each group, the total last. Numbers stay numbers, in the unit that their head names. */
export function reportTable(
  rows: readonly ReportRow[],
  total: Figures,
  { groupBy }: ReportQuestion,
  reading: Reading,
): SheetTable {
  const { language } = reading;
  const figureHeads = FIGURE_NAMES.map((name) => {
    const { kind, name: said, means } = FIGURE_WORDS[name];
    return { name: said[language] + UNITS[kind][language], means: means[language] };
  });
  return {
    heads: [{ name: groupingText(groupBy, language), means: null }, ...figureHeads],
    rows: [
      ...rows.map(({ key, figures }) => [groupText(groupBy, key, reading), ...cellsOf(figures)]),
      [allText(language), ...cellsOf(total)],
    ],
  };
}
