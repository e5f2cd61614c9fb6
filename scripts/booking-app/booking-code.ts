/** Without signs that people take for one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The consonants of the centre in front, as airports do it: LHR for Lahore. */
const prefixOf = (centreId: string): string =>
  centreId
    .replaceAll(/[aeiou\d-]/gi, '')
    .slice(0, 3)
    .toUpperCase()
    .padEnd(3, 'X');

/** A code such as LHR-7K2M-94QD; `chance` gives numbers in [0, 1). */
export function bookingCode(centreId: string, chance: () => number): string {
  const four = (): string => Array.from({ length: 4 }, () => SIGNS[Math.floor(chance() * SIGNS.length)]).join('');
  return `${prefixOf(centreId)}-${four()}-${four()}`;
}
