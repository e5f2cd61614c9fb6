import { hideCnics } from './hide-cnics.ts';

/** Counts code points: a letter outside the basic plane is one. */
const SHORT = /^.{1,100}$/su;

/**
 * Everything without a picture of its own: controls, direction marks and overrides, line ends, private and lone half
 * characters. The two joiners stay: Urdu is written with them.
 */
const UNSEEN = /[[\p{Other}\p{Line_Separator}\p{Paragraph_Separator}]--[\u200c\u200d]]/v;
const MARKUP = /[<>]/;
/** A spreadsheet runs a cell that begins so. */
const FORMULA = /^[=+\-@]/;

/**
 * A citizen's name, composed (NFC), trimmed, with single spaces, and with dots for a CNIC in it. Undefined when it has no letter, more than 100 code
 * points, unseen characters, angle brackets, or the beginning of a formula.
 */
export function readPersonName(text: string): string | undefined {
  if (UNSEEN.test(text) || MARKUP.test(text)) return undefined;
  const name = hideCnics(text.normalize('NFC').trim().replaceAll(/\s+/g, ' '));
  return SHORT.test(name) && /\p{Letter}/u.test(name) && !FORMULA.test(name) ? name : undefined;
}
