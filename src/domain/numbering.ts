const LETTERS_ONLY = /^[A-HJ-NPR-Z]+$/;

/** Whether a text can name a series: one or two letters; I, O and Q are not used, since they look like digits. */
export const isSeries = (text: string): boolean => text.length <= 2 && LETTERS_ONLY.test(text);
/**
 * The letters that can be added to every series of a centre after its store was put back from a snapshot, so that no
 * number that was given before is given again: `A` becomes `AK`. None that was `used` before, and none that would make
 * one series into another of the centre.
 */
export const freeMarks = (series: readonly string[], used: readonly string[]): readonly string[] =>
  Array.from('ABCDEFGHJKLMNPRSTUVWXYZ').filter(
    (letter) => !used.includes(letter) && !series.some((one) => series.includes(`${one}${letter}`)),
  );

/** The label that people read, with at least three digits: `A-042`, `A-1000`. */
export const labelOf = (token: { readonly series: string; readonly number: number }): string =>
  `${token.series}-${String(token.number).padStart(3, '0')}`;

/** The series of a kiosk that issues on its own: the service's letters and the kiosk's digits, `A2`. */
export const kioskSeries = (series: string, kioskId: number): string => `${series}${kioskId}`;

/**
 * Reads a label as people type it (`a42`, `A 042`, `A-042`, `A2-017` of a kiosk on its own, `AK-003` after a restore, also
 * with Urdu or Arabic digits); undefined when it is none.
 */
export function parseLabel(text: string): { readonly series: string; readonly number: number } | undefined {
  const plain = text
    .replaceAll(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0x0f))
    .trim()
    .toUpperCase();
  const match = /^([A-Z]{1,3})(?:(\d{1,2})-)?[\s-]*0*(\d{1,6})$/.exec(plain);
  if (!match?.[1] || !match[3] || !LETTERS_ONLY.test(match[1])) return undefined;
  return { series: `${match[1]}${match[2] ?? ''}`, number: Number(match[3]) };
}

/** The first number from `next` on that no live token of any day holds, so that no board shows two equal labels. */
export function freeNumber(next: number, isHeld: (number: number) => boolean): number {
  let number = next;
  while (isHeld(number)) number += 1;
  return number;
}
