/** A digit of any script, but in those of the country none that no CNIC begins with. */
const FIRST = '(?![09۰۹٠٩])\\p{Nd}';
/** What people put between the digits of a number; the tatweel counts as a letter, and is none. */
const BETWEEN = '[^\\p{L}\\p{Nd}]{0,3}\\u0640?';
/** Thirteen digits with no digit beside them, however they are written. */
const CNIC_LIKE = new RegExp(`(?<!\\p{Nd})${FIRST}(?:${BETWEEN}\\p{Nd}){12}(?!\\p{Nd})`, 'gu');
/** More pieces than this is a list of numbers, but where each digit stands alone. */
const MOST_PIECES = 5;

function isOneNumber(written: string): boolean {
  const pieces = written.split(/\P{Nd}+/u);
  return pieces.length <= MOST_PIECES || pieces.every((piece) => piece.length === 1);
}

/**
 * What somebody typed, with dots in the place of every number that could be a CNIC: thirteen digits that begin with 1 to 8.
 * Two phone numbers, dates or tracking numbers beside each other are none.
 */
export const hideCnics = (typed: string): string =>
  typed.replaceAll(CNIC_LIKE, (written) => (isOneNumber(written) ? '•••' : written));
