import { parseLabel } from '../domain/numbering.ts';

/** The letters of series: those that look like digits are not used. */
export const LETTERS = Array.from('ABCDEFGHJKLMNPRSTUVWXYZ');

/** The largest number that is spoken, of a token or a counter. */
export const MOST_SPOKEN = 9_999;

/**
 * A number as clips: 1 to 99 have one each, since Urdu and Punjabi count them irregularly; `1042` is one thousand
 * forty-two. All three languages say them in this order. Nothing for a number that cannot be said.
 */
export function numberClips(number: number): readonly string[] {
  if (!Number.isInteger(number) || number < 1 || number > MOST_SPOKEN) return [];
  const thousands = Math.floor(number / 1_000);
  const hundreds = Math.floor((number % 1_000) / 100);
  const rest = number % 100;
  return [
    ...(thousands > 0 ? [`number-${thousands}`, 'thousand'] : []),
    ...(hundreds > 0 ? [`number-${hundreds}`, 'hundred'] : []),
    ...(rest > 0 ? [`number-${rest}`] : []),
  ];
}

/** A series as clips: each letter, and the number of a kiosk that issued on its own. */
export function seriesClips(series: string): readonly string[] {
  const [, letters = '', kiosk = ''] = /^([A-Z]+)(\d*)$/.exec(series) ?? [];
  return [
    ...Array.from(letters, (letter) => `letter-${letter.toLowerCase()}`),
    ...(kiosk === '' ? [] : numberClips(Number(kiosk))),
  ];
}

/**
 * What a call says, as names of clips: token, letters, number, counter, number. Undefined for what cannot be said; it
 * is called by the chime alone.
 */
export function callClips(call: { readonly label: string; readonly counterId: number }): readonly string[] | undefined {
  const label = parseLabel(call.label);
  const number = label ? numberClips(label.number) : [];
  const counter = numberClips(call.counterId);
  if (!label || number.length === 0 || counter.length === 0) return undefined;
  return ['token', ...seriesClips(label.series), ...number, 'counter', ...counter];
}

/** Every clip that a voice needs. */
export const CLIP_NAMES: readonly string[] = [
  'token',
  'counter',
  'hundred',
  'thousand',
  ...LETTERS.map((letter) => `letter-${letter.toLowerCase()}`),
  ...Array.from({ length: 99 }, (_, i) => `number-${i + 1}`),
];
