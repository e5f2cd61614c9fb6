const MOST = 40;

/** An id made from an English name, that none of those has: `Birth certificate` → `birth-certificate`. */
export function newId(name: string, taken: readonly string[], other: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MOST)
    .replace(/-+$/, '');
  const stem = plain === '' ? other : plain;
  let id = stem;
  for (let count = 2; taken.includes(id); count += 1) id = `${stem}-${count}`;
  return id;
}

/** The lowest number from 1 on that none of those has. */
export function freeNumber(taken: readonly number[]): number {
  let number = 1;
  while (taken.includes(number)) number += 1;
  return number;
}

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'.split('');

/** The first series that is not taken: one letter as long as there are any, two after that. */
export function nextSeries(taken: readonly string[]): string {
  const pairs = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return [...LETTERS, ...pairs].find((series) => !taken.includes(series)) ?? '';
}
