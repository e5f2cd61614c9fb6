import { CHANNEL_WORDS } from '../../domain/reports/figures/group-words.ts';
import { FIGURE_WORDS, type FigureWords, inUnit } from '../../domain/reports/figures/figure-words.ts';
import { type ReportTable, TABLE_WORDS } from '../../domain/reports/figures/table-words.ts';
import type { FigureName } from '../../domain/reports/figures/figures.ts';
import type { Grouping } from '../../domain/reports/figures/grouping.ts';
import type { Channel } from '../../domain/reports/day-facts.ts';
import type { Language } from '../../domain/token.ts';
import { inUrduDigits } from '../../domain/urdu-digits.ts';
import type { DefinedFigure } from './Defined.tsx';
import { said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';

/** Signs stand before the number in either direction of writing. */
const signed = (value: number): string => (value < 0 ? `\u2066−${Math.abs(value)}\u2069` : String(value));

const numberIn = (value: number, language: Language): string =>
  language === 'ur' ? inUrduDigits(signed(value)).replace('.', '٫') : signed(value);

function hourIn(hour: number, language: Language): string {
  const clock = `${String(hour).padStart(2, '0')}:00`;
  return language === 'ur' ? inUrduDigits(clock) : clock;
}

function monthIn(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'ur' ? 'ur-PK' : 'en-GB', {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
    numberingSystem: 'latn',
  });
  const shown = format.format(Date.parse(`${month}-01T00:00:00Z`));
  return language === 'ur' ? inUrduDigits(shown) : shown;
}

/** Gives the name of a group of a report. */
export function useGroupText() {
  const { language, text } = useManagerText();
  const { centre, serviceName, stageName, day } = useCentre();
  const className = (id: string) => said(centre?.classes.find((one) => one.id === id)?.name, language) || id;
  const texts: { readonly [By in Grouping]: (key: string) => string } = {
    day,
    week: day,
    month: (key) => monthIn(key, language),
    service: serviceName,
    stage: stageName,
    hour: (key) => hourIn(Number(key), language),
    counter: (key) => text('atCounter', { number: Number(key) }),
    operator: (key) => key || '–',
    class: (key) => (key === '' ? text('reportNoClass') : key.split('+').map(className).join(' + ')),
    channel: (key) => CHANNEL_WORDS[key as Channel][language],
  };
  return (grouping: Grouping, key: string): string => texts[grouping](key);
}

/** Figures of a report as people read them. */
export function useReportText() {
  const { language, text } = useManagerText();
  const number = (value: number): string => numberIn(value, language);
  return {
    language,
    text,
    number,
    hourText: (hour: number): string => hourIn(hour, language),
    figureName: (name: FigureName): string => FIGURE_WORDS[name].name[language],
    figureMeans: (name: FigureName): string => FIGURE_WORDS[name].means[language],
    tableName: (name: ReportTable): string => TABLE_WORDS[name][language],
    /** The figures of some words, each with its sentence. */
    defined: (words: Readonly<Record<string, Pick<FigureWords, 'name' | 'means'>>>): readonly DefinedFigure[] =>
      Object.entries(words).map(([key, { name, means }]) => ({ key, name: name[language], means: means[language] })),
    /** A figure with its unit; a dash where there is none. */
    figure(name: FigureName, value: number | null): string {
      if (value === null) return '–';
      const { kind } = FIGURE_WORDS[name];
      const amount = number(inUnit(kind, value));
      return kind === 'count' ? amount : text(`reportUnit.${kind}`, { amount });
    },
  };
}
