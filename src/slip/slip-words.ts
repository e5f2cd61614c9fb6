import { inUrduDigits } from '../domain/urdu-digits.ts';

const LOCALES = { en: 'en-PK', ur: 'ur-PK' } as const;

const DAY_MS = 86_400_000;

/** The day of a calendar in a language and its digits. */
function dayIn(calendar: string, at: number, timeZone: string, language: 'en' | 'ur'): string {
  const format = new Intl.DateTimeFormat(`${LOCALES[language]}-u-ca-${calendar}`, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    numberingSystem: 'latn',
  });
  // The sign of the letter ain is in few fonts.
  const text = format.format(at).replaceAll('ʻ', '’');
  return language === 'ur' ? inUrduDigits(text) : text;
}

/** The day as people of the hall write it: `23 November 2026`, `۲۳ نومبر، ۲۰۲۶`. */
export const slipDate = (at: number, timeZone: string, language: 'en' | 'ur'): string =>
  dayIn('gregory', at, timeZone, language);

/**
 * The day of the Islamic calendar: `12 Jumada II 1448 AH`, `۱۲ جمادی الثانی، ۱۴۴۸ ہجری`. Counted from Umm al-Qura's table;
 * `days` is how far the local moon is from it.
 */
export const islamicDate = (at: number, timeZone: string, days: number, language: 'en' | 'ur'): string =>
  dayIn('islamic-umalqura', at + days * DAY_MS, timeZone, language);

/** Hours and minutes, on the clock of 24: `09:05`, `۰۹:۰۵`. */
export function slipTime(at: number, timeZone: string, language: 'en' | 'ur'): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return language === 'ur' ? inUrduDigits(text) : text;
}
