import type { Language } from '../../../domain/token.ts';
import { type FigureKind, type FigureWords, inUnit } from '../../../domain/reports/figures/figure-words.ts';
import type { CsvCell } from '../../csv/csv-lines.ts';

/** One head of a table: its name, and what stands under it in a sentence where there is one to say. */
export interface SheetHead {
  readonly name: string;
  readonly means: string | null;
}

/** A table as it is exported, whatever the kind of file. Numbers stay numbers, in the unit that their head names. */
export interface SheetTable {
  readonly title: string;
  readonly heads: readonly SheetHead[];
  readonly rows: readonly (readonly CsvCell[])[];
}

const UNITS: Readonly<Record<FigureKind, Readonly<Record<Language, string>>>> = {
  count: { en: '', ur: '' },
  minutes: { en: ' (min)', ur: ' (منٹ)' },
  hours: { en: ' (h)', ur: ' (گھنٹے)' },
  percent: { en: ' (%)', ur: ' (فیصد)' },
};

export const plainHead = (name: string): SheetHead => ({ name, means: null });

/** The head of a figure, with its unit and its sentence. */
export const figureHead = ({ kind, name, means }: FigureWords, language: Language): SheetHead => ({
  name: name[language] + UNITS[kind][language],
  means: means[language],
});

export const figureCell = ({ kind }: FigureWords, value: number | null): CsvCell =>
  value === null ? null : inUnit(kind, value);
