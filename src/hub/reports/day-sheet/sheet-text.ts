import type { Centre } from '../../../domain/centre.ts';
import { FIGURE_WORDS, type FigureWords, inUnit } from '../../../domain/reports/figures/figure-words.ts';
import type { FigureName, Figures } from '../../../domain/reports/figures/figures.ts';
import type { Language } from '../../../domain/token.ts';
import { inUrduDigits } from '../../../domain/urdu-digits.ts';
import { SHEET_WORDS } from './sheet-words.ts';

/** Whose sheet it is, and in which language. */
export interface Sheet {
  readonly centre: Centre;
  readonly language: Language;
}

const HOUR_S = 3600;

/** Writes a number in the digits of a language. */
export const digitsIn = (language: Language) => (value: number | string) =>
  language === 'ur' ? inUrduDigits(String(value)).replace('.', '٫') : String(value);

/** A figure in its unit, without naming it. */
export function figureText(name: FigureName, figures: Figures, { language }: Sheet): string {
  const value = figures[name];
  return value === null ? '–' : digitsIn(language)(inUnit(FIGURE_WORDS[name].kind, value));
}

/** The unit of a figure; empty for numbers of things. */
export const unitText = ({ kind }: FigureWords, { language }: Sheet): string =>
  kind === 'count' ? '' : SHEET_WORDS[kind][language];

/** A figure's name with its unit, for the head of a column. */
export function headText(words: FigureWords, sheet: Sheet): string {
  const unit = unitText(words, sheet);
  return words.name[sheet.language] + (unit === '' ? '' : ` (${unit})`);
}

/** How long a stage took: minutes, or hours where those would be many. */
export function tookText(seconds: number | null, { language }: Sheet): string {
  if (seconds === null) return '–';
  const isShort = seconds < 2 * HOUR_S;
  const number = Math.round((seconds / (isShort ? 60 : HOUR_S)) * 10) / 10;
  return `${digitsIn(language)(number)} ${SHEET_WORDS[isShort ? 'minutes' : 'hours'][language]}`;
}
