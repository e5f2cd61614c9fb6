import { plainDigits } from '../person/cnic.ts';

/** The highest running number of a year. */
export const MOST_RUNNING = 9_999_999;

/**
 * A quasigroup of order 10 that is weakly totally anti-symmetric and has zeros on its diagonal: from H. M. Damm,
 * "Total anti-symmetrische Quasigruppen", dissertation, Marburg 2004; see also his "Totally anti-symmetric quasigroups
 * for all orders n ≠ 2, 6", Discrete Mathematics 307 (2007). It finds every wrong digit and every swap of neighbours.
 */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The check digit of those digits; 0 when they end with their own check digit. */
const checkDigitOf = (digits: string): number =>
  Array.from(digits).reduce((interim, digit) => DAMM[interim]?.[Number(digit)] ?? 0, 0);

/**
 * The tracking number of an application, ten digits: two of the year, seven of the running number within that year,
 * and a check digit. Throws a RangeError for a running number outside 1 to 9,999,999.
 */
export function trackingNumberOf(year: number, running: number): string {
  if (!Number.isInteger(running) || running < 1 || running > MOST_RUNNING) {
    throw new RangeError(`There is no running number ${running}: they go from 1 to ${MOST_RUNNING}.`);
  }
  const digits = String(year % 100).padStart(2, '0') + String(running).padStart(7, '0');
  return digits + checkDigitOf(digits);
}

/**
 * The ten digits of a tracking number as people type, paste or scan it: with spaces or hyphens, in Urdu or Arabic
 * digits, with the barcode's `T`. Undefined when it is none or a digit is wrong. Ten other digits pass by chance once
 * in ten, so a number that was read is not yet one that exists.
 */
export function readTrackingNumber(text: string): string | undefined {
  // Format: the marks of direction around a number that was pasted.
  const plain = plainDigits(text).replaceAll(/[\s\p{Dash_Punctuation}\p{Format}]/gu, '');
  const digits = /^T?(\d{10})$/i.exec(plain)?.[1];
  return digits !== undefined && checkDigitOf(digits) === 0 ? digits : undefined;
}

/** A tracking number as people read it: `26-0004217-9`. */
export const writeTrackingNumber = (number: string): string =>
  `${number.slice(0, 2)}-${number.slice(2, 9)}-${number.slice(9)}`;

/** What the barcode on the slip says: the `T` tells it from a token's and from a CNIC. */
export const trackingBarcode = (number: string): string => `T${number}`;
