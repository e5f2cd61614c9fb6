import { LONGEST_READ } from './cnic-pattern.ts';

/** The text with Urdu and Arabic digits written 0 to 9. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0x0f));

/** Thirteen digits, the first of them a province or territory: 1 to 8. */
const CNIC = /^[1-8]\d{12}$/;

/** Thirteen digits or the printed 5-7-1, with no digit before or after them, also not behind a hyphen. */
const STANDALONE = /(?<!\d-?)(?:\d{13}|\d{5}-\d{7}-\d)(?!-?\d)/g;

/** The thirteen digits of a CNIC as people write it: with hyphens or spaces, in Urdu or Arabic digits. */
export function readCnic(text: string): string | undefined {
  const digits = plainDigits(text).replaceAll(/[\s\p{Dash_Punctuation}]/gu, '');
  return CNIC.test(digits) ? digits : undefined;
}

/** What may be shown of a CNIC: `35202-•••••••-3`. */
export const maskCnic = (cnic: string): string => `${cnic.slice(0, 5)}-•••••••-${cnic.slice(-1)}`;

/**
 * The first CNIC in what a scanner read off a card: a longer run of digits holds none. A `pattern` says where else it
 * stands in the first `LONGEST_READ` characters: its first group, or all that it matches. @throws SyntaxError when the pattern is no regular expression.
 */
export function findCnic(text: string, pattern?: string): string | undefined {
  const places = pattern === undefined ? STANDALONE : new RegExp(pattern, 'g');
  const searched = pattern === undefined ? text : text.slice(0, LONGEST_READ);
  for (const match of plainDigits(searched).matchAll(places)) {
    const run = match[1] ?? match[0];
    const cnic = readCnic(run);
    if (cnic !== undefined) return cnic;
  }
  return undefined;
}
