import { describe, expect, it } from 'vitest';
import { centreTexts } from '../../src/speech/centre-texts.ts';
import { fixedTexts, plainText, textClips } from '../../src/speech/text-clips.ts';
import { lahore } from '../support/lahore.ts';

const KNOWN = new Set([
  'Domicile',
  'Remove',
  'people before you',
  'people',
  'It opens on',
  'at',
  'Monday',
  '–',
  'min',
  '0',
]);
/** What is said, in order; what cannot be in brackets. */
const said = (text: string, known: ReadonlySet<string> = KNOWN): string =>
  textClips(text, (part) => known.has(part))
    .map((piece) => (piece.kind === 'clip' ? piece.name : piece.kind === 'text' ? piece.text : `[${piece.text}]`))
    .join(' | ');

describe('a text of a screen', () => {
  it('is said in the longest pieces that there are clips for, its numbers by the clips of calls', () => {
    expect(said('Remove Domicile')).toBe('Remove | Domicile');
    expect(said('12 people before you.')).toBe('number-12 | people before you');
    expect(said('10–25 min')).toBe('number-10 | – | number-25 | min');
    expect(said('It opens on Monday at 09:30.')).toBe('It opens on | Monday | at | number-9 | number-30');
    expect(said('at 09:00')).toBe('at | number-9');
    expect(said('at 00:05')).toBe('at | 0 | number-5');
  });

  it('says a label by letter and number, in the digits of any language, and long numbers digit by digit', () => {
    expect(said('A-042')).toBe('letter-a | number-42');
    expect(said('A2-017')).toBe('letter-a | number-2 | number-17');
    expect(said('۱۲ people')).toBe('number-12 | people');
    expect(said('26-0000012-3')).toBe('number-2 | number-6 | 0 | 0 | 0 | 0 | 0 | number-1 | number-2 | number-3');
    expect(said('K')).toBe('letter-k');
  });

  it('passes over what is hidden, and tells what no clip says', () => {
    expect(said('35202-•••••••-1')).toBe('');
    expect(said('Remove Passport')).toBe('Remove | [Passport]');
  });

  it('is known by its words without marks, isolates and direction', () => {
    expect(plainText('  “Who is there?”, \u2066A-042\u2069 · ۰۹:۳۰ ')).toBe('Who is there A-042 09:30');
    expect(fixedTexts('It opens on {{day}} at {{time}}.')).toEqual(['It opens on ', ' at ']);
    expect(fixedTexts('{n}')).toEqual([]);
  });
});

describe('the names of a centre', () => {
  it('are each once what its kiosks show: groups, services, stages, classes and papers', () => {
    const centre = lahore();
    const texts = centreTexts(centre, 'ur');
    expect(texts).toContain('ڈومیسائل');
    expect(new Set(texts.map(plainText)).size).toBe(texts.length);
    for (const { name, papers } of centre.services)
      for (const words of [name, ...papers])
        expect(said(words.en, new Set(centreTexts(centre, 'en').map(plainText)))).toBe(plainText(words.en));
  });
});
