import type { Language } from '../../../src/domain/token.ts';
import { inUrduDigits } from '../../../src/domain/urdu-digits.ts';

/** Days, times and numbers as citizens of the centre read them. */
export function whenIn(language: Language, timeZone: string) {
  const digits = (text: string): string => (language === 'ur' ? inUrduDigits(text) : text);
  const locale = language === 'ur' ? 'ur-PK' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, numberingSystem: 'latn', ...options });
    return (at: number): string => digits(formatter.format(at));
  };
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return {
    digits,
    clock: (at: number): string => digits(clock.format(at)),
    day: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: format({ weekday: 'short', day: 'numeric', month: 'short' }),
  };
}
export type When = ReturnType<typeof whenIn>;
