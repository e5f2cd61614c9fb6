import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../src/hub/appointment-feeds/csv/csv-records.ts';
import { csvText } from '../../../src/hub/appointment-feeds/csv/csv-text.ts';

const read = (text: string) => [...csvRecords(text)].map(({ line, cells }) => [line, cells]);

describe('the records of a CSV text', () => {
  it('carry the line on which they begin, empty lines counted', () => {
    expect(read('a,b\n\n1,"x, y"\n"two\nlines","say ""yes"""\n3,4')).toEqual([
      [1, ['a', 'b']],
      [3, ['1', 'x, y']],
      [4, ['two\nlines', 'say "yes"']],
      [6, ['3', '4']],
    ]);
  });

  it.each([[';'], ['\t']])('may be parted by %j, as spreadsheets of other countries do', (mark) => {
    expect(read(`a${mark}b\n1,5${mark}2`)).toEqual([
      [1, ['a', 'b']],
      [2, ['1,5', '2']],
    ]);
  });

  it('lose one line to a quote that somebody forgot, and none after it', () => {
    expect(read('a,b\n1,"Ali\n2,Zara\n3,"Omar"\n4,x"y\n5,Sana')).toEqual([
      [1, ['a', 'b']],
      [2, null],
      [3, ['2', 'Zara']],
      [4, ['3', 'Omar']],
      [5, null],
      [6, ['5', 'Sana']],
    ]);
  });

  it('are malformed with a cell too many or too few', () => {
    expect(read('a,b\n1\n1,2,3\n1,2')).toEqual([
      [1, ['a', 'b']],
      [2, null],
      [3, null],
      [4, ['1', '2']],
    ]);
  });

  it('are never made of what a cell holds', () => {
    expect(read('a,b\n1,"Ali\n2,forged\n"\n3,Zara')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'Ali\n2,forged\n']],
      [5, ['3', 'Zara']],
    ]);
  });

  it('give back any cells that were written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ب', '"', ',', '\n', ' ', ';') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (rows) => {
        const text = ['a,b', ...rows.map((cells) => cells.map(quoted).join(','))].join('\n');
        expect(read(text).map(([, cells]) => cells)).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});

const TEXT = 'name\nمحمد علی';
const utf16 = (isBig: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('the text of a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE', utf16(false)],
    ['UTF-16 BE', utf16(true)],
  ])('is read from %s', (_, bytes) => {
    expect(csvText(bytes)).toBe(TEXT);
  });

  it('ends its lines alike', () => {
    expect(csvText(Buffer.from('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd');
  });

  it.each([
    ['Latin-1', Buffer.from('Café', 'latin1')],
    ['Windows-1256', Buffer.from([0xe3, 0xcd, 0xe3, 0xcf])],
    ['UTF-16 without a mark', Buffer.from('name', 'utf16le')],
    ['half a letter of UTF-16', utf16(false).subarray(0, 5)],
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])],
  ])('is not guessed from %s', (_, bytes) => {
    expect(csvText(bytes)).toBeUndefined();
  });
});
