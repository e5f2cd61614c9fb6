import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPersonName } from '../../../src/domain/person/person-name.ts';

describe('a person’s name', () => {
  it.each([
    ['Ayesha Siddiqui', 'Ayesha Siddiqui'],
    ["  Syed  Ali O'Neill-Shah ", "Syed Ali O'Neill-Shah"],
    ['محمد علی', 'محمد علی'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['Rene\u0301e', 'Renée'],
    ['\u0627\u0653منہ', 'آمنہ'],
    ['Dr. M. Aslam (late)', 'Dr. M. Aslam (late)'],
    ['Ali 35202-1234567-1', 'Ali •••'],
    ['علی ۳۵۲۰۲۱۲۳۴۵۶۷۱', 'علی •••'],
  ])('is %j read as %j', (text, name) => {
    expect(readPersonName(text)).toBe(name);
  });

  it.each([
    ['', 'nothing'],
    ['  ', 'spaces'],
    ['\u200c\u200d', 'joiners alone'],
    ['12345', 'no letter'],
    ['<script>alert(1)</script>', 'markup'],
    ['Ali > Ahmed', 'an angle bracket'],
    ['Ali\nAhmed', 'two lines'],
    ['Ali\u2028Ahmed', 'two lines, otherwise'],
    ['\tAli', 'a tab'],
    ['Ali\u0000', 'a control character'],
    ['Ali\u202eAhmed', 'an override of the direction'],
    ['\u2067Ali\u2069', 'isolates'],
    ['Ali\u200f', 'a direction mark'],
    ['Ali\u061c', 'the Arabic direction mark'],
    ['A\u200bli', 'a space of no width'],
    ['Ali\u{e0041}', 'a tag character'],
    ['Ali\ud800', 'half a character'],
    ['=cmd|calc', 'a formula'],
    [' +Ali', 'a formula behind a space'],
    ['-Ali', 'a formula'],
    ['@Ali', 'a formula'],
    ['x'.repeat(101), 'too long'],
    ['ع'.repeat(10_000), 'ten thousand letters'],
  ])('is not read from %j: %s', (text) => {
    expect(readPersonName(text)).toBeUndefined();
  });

  it('counts code points, not halves of them', () => {
    expect(readPersonName('𐤀'.repeat(100))).toBe('𐤀'.repeat(100));
    expect(readPersonName('𐤀'.repeat(101))).toBeUndefined();
  });

  it('is one short line without markup or direction marks, whatever comes in, and stays when read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const name = readPersonName(text);
        if (name === undefined) return;
        expect(name).not.toMatch(/[\p{Cc}<>\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(100);
        expect(readPersonName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
