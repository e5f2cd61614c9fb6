import { expect, it } from 'vitest';
import { reasonText } from '../../src/domain/reasons.ts';

it('reads a kept reason in the language of whoever looks', () => {
  expect(reasonText('photographMissing', 'en')).toBe('Photograph missing');
  expect(reasonText('photographMissing', 'ur')).toBe('تصویر موجود نہیں');
});

it('leaves a reason in somebody’s own words as it was written', () => {
  for (const words of ['Stamp is too faint', 'مہر مدھم ہے', 'constructor']) {
    expect(reasonText(words, 'en')).toBe(words);
    expect(reasonText(words, 'ur')).toBe(words);
  }
});
