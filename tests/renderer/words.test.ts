import { describe, expect, it } from 'vitest';
import { readWords } from '../../src/renderer/text.ts';
import { BOARD_WORDS } from '../../src/renderer/words/board.ts';
import { KIOSK_WORDS } from '../../src/renderer/words/kiosk.ts';
import { APPLICATION_WORDS } from '../../src/renderer/words/of-manager/applications.ts';
import { DEVICE_WORDS } from '../../src/renderer/words/of-manager/devices.ts';
import { FIGURE_WORDS } from '../../src/renderer/words/of-manager/figures.ts';
import { TODAY_WORDS } from '../../src/renderer/words/of-manager/today.ts';
import { SET_UP_WORDS } from '../../src/renderer/words/set-up/pages.ts';
import { MANAGER_WORDS } from '../../src/renderer/words/manager.ts';
import { OPERATOR_WORDS } from '../../src/renderer/words/operator.ts';
import { START_WORDS } from '../../src/renderer/words/start.ts';

const BOOKS = {
  kiosk: KIOSK_WORDS,
  operator: OPERATOR_WORDS,
  manager: MANAGER_WORDS,
  board: BOARD_WORDS,
  start: START_WORDS,
};

describe.each(Object.entries(BOOKS))('the words of the %s', (_, book) => {
  it('have every key in both languages, in its own script, with the same places to fill', () => {
    expect(Object.keys(book.ur)).toEqual(Object.keys(book.en));
    for (const [key, text] of Object.entries<string>(book.ur)) {
      const places = (words: string) => [...words.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted();
      expect([key, /[\u0600-\u06ff]/.test(text)]).toEqual([key, true]);
      expect([key, places(text)]).toEqual([key, places((book.en as Record<string, string>)[key] ?? '')]);
    }
  });
});

it('no word of the manager’s console stands in two of its books: the later one would win silently', () => {
  const books = [APPLICATION_WORDS, DEVICE_WORDS, FIGURE_WORDS, TODAY_WORDS, SET_UP_WORDS];
  const keys = books.flatMap((book) => Object.keys(book.en));
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

describe('texts', () => {
  it('fill places, choose plurals, and write numbers in the digits of the language', () => {
    const words = readWords(KIOSK_WORDS);
    expect(words.en('ahead', { count: 1 })).toBe('1 person before you');
    expect(words.en('ahead', { count: 12 })).toBe('12 people before you');
    expect(words.ur('ahead', { count: 12 })).toBe('آپ سے پہلے ۱۲ افراد');
    expect(words.ur('slipPicture', { label: 'A-042' })).toContain('A-042');
  });
});
