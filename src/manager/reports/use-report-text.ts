import { CHANNEL_WORDS } from '../../domain/reports/figures/group-words.ts';
import { FIGURE_WORDS, inUnit } from '../../domain/reports/figures/figure-words.ts';
import type { FigureName } from '../../domain/reports/figures/figures.ts';
import type { Grouping } from '../../domain/reports/figures/grouping.ts';
import type { Channel } from '../../domain/reports/day-facts.ts';
import { inUrduDigits } from '../../domain/urdu-digits.ts';
import { digits, said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';

/** Signs stand before the number in either direction of writing. */
const signed = (value: number): string => (value < 0 ? `\u2066−${Math.abs(value)}\u2069` : String(value));

/** Figures and groups of a report as people read them. */
export function useReportText() {
  const { language, text } = useManagerText();
  const { centre, serviceName, stageName, day } = useCentre();
  const number = (value: number): string =>
    language === 'ur' ? inUrduDigits(signed(value)).replace('.', '٫') : signed(value);
  const monthText = (key: string): string => {
    const format = new Intl.DateTimeFormat(language === 'ur' ? 'ur-PK' : 'en-GB', {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
      numberingSystem: 'latn',
    });
    const shown = format.format(Date.parse(`${key}-01T00:00:00Z`));
    return language === 'ur' ? inUrduDigits(shown) : shown;
  };
  const classText = (key: string): string =>
    key === ''
      ? text('reportNoClass')
      : key
          .split('+')
          .map((id) => said(centre?.classes.find((one) => one.id === id)?.name, language) || id)
          .join(' + ');
  return {
    language,
    text,
    number,
    monthText,
    classText,
    figureName: (name: FigureName): string => FIGURE_WORDS[name].name[language],
    figureMeans: (name: FigureName): string => FIGURE_WORDS[name].means[language],
    /** A figure with its unit; a dash where there is none. */
    figure(name: FigureName, value: number | null): string {
      if (value === null) return '–';
      const { kind } = FIGURE_WORDS[name];
      const amount = number(inUnit(kind, value));
      return kind === 'count' ? amount : text(`reportUnit.${kind}`, { amount });
    },
    minutes: (ms: number): string => text('reportUnit.minutes', { amount: number(inUnit('minutes', ms)) }),
    hourText: (hour: number): string => {
      const clock = `${String(hour).padStart(2, '0')}:00`;
      return language === 'ur' ? inUrduDigits(clock) : clock;
    },
    group(grouping: Grouping, key: string): string {
      switch (grouping) {
        case 'day':
        case 'week':
          return day(key);
        case 'month':
          return monthText(key);
        case 'service':
          return serviceName(key);
        case 'stage':
          return stageName(key);
        case 'hour': {
          const clock = `${key.padStart(2, '0')}:00`;
          return language === 'ur' ? inUrduDigits(clock) : clock;
        }
        case 'counter':
          return text('atCounter', { number: Number(key) });
        case 'class':
          return classText(key);
        case 'channel':
          return CHANNEL_WORDS[key as Channel][language];
        case 'operator':
          return key === '' ? digits('–', language) : key;
      }
    },
  };
}
