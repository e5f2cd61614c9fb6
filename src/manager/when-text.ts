import { localTime } from '../domain/calendar/civil-date.ts';
import type { Language } from '../domain/token.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import { clockText } from '../renderer/clock-text.ts';

const LOCALES = { en: 'en-GB', ur: 'ur-PK' } as const;
const DATE = { timeZone: 'UTC', day: 'numeric', month: 'short', numberingSystem: 'latn' } as const;

function dateText(date: string, language: Language, more: Intl.DateTimeFormatOptions): string {
  const said = new Intl.DateTimeFormat(LOCALES[language], { ...DATE, ...more }).format(Date.parse(`${date}T00:00:00Z`));
  return language === 'ur' ? inUrduDigits(said) : said.replace(',', '');
}

/** A day of the calendar as people say it, e.g. `Mon 23 Nov`. */
export const calendarDayText = (date: string, language: Language): string =>
  dateText(date, language, { weekday: 'short' });

/** How an instant is said: by whom it is read, and whether the day of the week belongs to it. */
export interface Reader {
  readonly now: number;
  readonly timeZone: string;
  readonly language: Language;
  readonly hasWeekday: boolean;
}

/** An instant as people say it now: the hour alone when it lies today, the day before it otherwise. */
export function whenText(at: number, { now, timeZone, language, hasWeekday }: Reader): string {
  const { date } = localTime(at, timeZone);
  const clock = clockText(at, timeZone, language);
  if (date === localTime(now, timeZone).date) return clock;
  return `${hasWeekday ? calendarDayText(date, language) : dateText(date, language, {})} ${clock}`;
}
