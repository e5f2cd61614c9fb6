import { parseLabel } from '../domain/numbering.ts';
import { LETTERS, numberClips, seriesClips } from './call-clips.ts';

/** A piece of a text of a screen: a clip of the call's own, the clip of a text, or what no clip says. */
export type TextClip =
  | { readonly kind: 'clip'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unsaid'; readonly text: string };

const MARKS = /[\u2066-\u2069\u200e\u200f"“”‘’'()[\].,:;!?…،؛؟۔·]/g;

/**
 * A text as the voices know it: words and numbers with single spaces, digits of any language as 0–9, without marks. The
 * sign between the ends of a range is a word of its own, `–`; a time keeps its colon.
 */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0x0f))
    .replaceAll(/(\d):(\d)/g, '$1\u0000$2')
    .replaceAll(MARKS, ' ')
    .replaceAll('\u0000', ':')
    .replaceAll('–', ' – ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The places of a template that are filled later, of either kind. */
const PLACES = /\{\{\w+\}\}|\{\w+\}/;

/** What is always the same in a template: the texts around its places. */
export const fixedTexts = (template: string): readonly string[] =>
  template.split(PLACES).filter((part) => /\p{L}/u.test(part));

const clips = (names: readonly string[]): readonly TextClip[] => names.map((name) => ({ kind: 'clip', name }));
const zero: TextClip = { kind: 'text', text: '0' };

function numberParts(number: number): readonly TextClip[] {
  return number === 0 ? [zero] : clips(numberClips(number));
}

const digitParts = (digits: string): readonly TextClip[] =>
  Array.from(digits).flatMap((digit) => numberParts(Number(digit)));

/** One word that is no text of its own: a label, a time, a number, a letter. */
function wordParts(word: string): readonly TextClip[] {
  const label = /^[A-Z]{1,3}\d{0,2}-\d{3,}$/.test(word) ? parseLabel(word) : undefined;
  if (label) return [...clips(seriesClips(label.series)), ...numberParts(label.number)];
  const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(word) ?? [];
  if (hours && minutes) {
    return [...numberParts(Number(hours)), ...(minutes === '00' ? [] : numberParts(Number(minutes)))];
  }
  if (/^\d{1,4}$/.test(word)) return numberParts(Number(word));
  if (/^[\d-]*\d$/.test(word)) return digitParts(word.replaceAll('-', ''));
  if (LETTERS.includes(word)) return clips([`letter-${word.toLowerCase()}`]);
  return [{ kind: 'unsaid', text: word }];
}

/** What stays hidden on the screen is not said either. */
const isHidden = (word: string): boolean => word.includes('•');

/**
 * A text of a screen as clips, in order: at each place the longest run of words that a voice has a clip for, else a
 * number, a label, a time or a letter made of the clips of calls.
 */
export function textClips(text: string, isKnown: (text: string) => boolean): readonly TextClip[] {
  const words = plainText(text)
    .split(' ')
    .filter((word) => word !== '' && !isHidden(word));
  const parts: TextClip[] = [];
  for (let from = 0; from < words.length;) {
    let to = words.length;
    while (to > from && !isKnown(words.slice(from, to).join(' '))) to -= 1;
    if (to > from) parts.push({ kind: 'text', text: words.slice(from, to).join(' ') });
    else parts.push(...wordParts(words[from] ?? ''));
    from = Math.max(to, from + 1);
  }
  return parts;
}
