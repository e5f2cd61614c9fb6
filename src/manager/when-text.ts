import { localTime } from '../domain/civil-date.ts';
import type { Language } from '../domain/token.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import { clockText } from '../renderer/clock-text.ts';

const LOCALES = { en: 'en-GB', ur: 'ur-PK' } as const;

/** A day of the calendar as people say it, e.g. `Mon 23 Nov`. */
export function calendarDayText(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    numberingSystem: 'latn',
  });
  const said = format.format(Date.parse(`${date}T00:00:00Z`));
  return language === 'ur' ? inUrduDigits(said) : said.replace(',', '');
}

/** An instant as people say it now: the hour alone when it lies today, the day before it otherwise. */
export function whenText(at: number, now: number, timeZone: string, language: Language): string {
  const { date } = localTime(at, timeZone);
  const clock = clockText(at, timeZone, language);
  return date === localTime(now, timeZone).date ? clock : `${calendarDayText(date, language)} ${clock}`;
}
