import { expect, it } from 'vitest';
import { slipLines } from '../../src/slip/slip-lines.ts';
import { tokenSlip } from '../support/slips.ts';

const kindsOf = (languages: 'both' | 'ur' | 'en') =>
  new Set(slipLines(tokenSlip({ languages })).map((line) => line.kind));
const figuresOf = (languages: 'both' | 'ur' | 'en') =>
  slipLines(tokenSlip({ languages })).flatMap((line) => (line.kind === 'figure' ? [line.text] : []));

it('a slip says everything in both languages, or in one alone; its number stays', () => {
  expect(kindsOf('both')).toEqual(new Set(['space', 'urdu', 'latin', 'rule', 'figure']));
  expect(kindsOf('ur').has('latin')).toBe(false);
  expect(kindsOf('en').has('urdu')).toBe(false);
  for (const languages of ['both', 'ur', 'en'] as const) expect(figuresOf(languages)).toEqual(['B-118']);
});

it('a slip in one language has as many lines as the other has', () => {
  const count = (languages: 'ur' | 'en') => slipLines(tokenSlip({ languages })).length;
  expect(count('ur')).toBe(count('en'));
});
