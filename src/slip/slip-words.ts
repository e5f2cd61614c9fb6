import { inUrduDigits } from '../domain/urdu-digits.ts';

const LOCALES = { en: 'en-PK', ur: 'ur-PK' } as const;

/** The day as people of the hall write it: `23 November 2026`, `۲۳ نومبر، ۲۰۲۶`. */
export function slipDate(at: number, timeZone: string, language: 'en' | 'ur'): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    numberingSystem: 'latn',
  });
  const text = format.format(at);
  return language === 'ur' ? inUrduDigits(text) : text;
}

/** Hours and minutes, on the clock of 24: `09:05`, `۰۹:۰۵`. */
export function slipTime(at: number, timeZone: string, language: 'en' | 'ur'): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return language === 'ur' ? inUrduDigits(text) : text;
}
