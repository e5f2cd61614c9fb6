import type { Language } from '../domain/token.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';

/** Hours and minutes at an instant in the centre's zone. */
export function clockText(at: number, timeZone: string, language: Language): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return language === 'ur' ? inUrduDigits(text) : text;
}

/** The day in words, as people of the hall say it. */
export function dayText(at: number, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'ur' ? 'ur-PK' : 'en-PK', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    numberingSystem: 'latn',
  });
  return language === 'ur' ? inUrduDigits(format.format(at)) : format.format(at);
}

/** Whole minutes of a span, never below 0. */
export const minutesOf = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

/** A running time as `04:12`, or `1:04:12` from an hour on. */
export function runningText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest;
}
