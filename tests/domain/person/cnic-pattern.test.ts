import { describe, expect, it } from 'vitest';
import { findCnic } from '../../../src/domain/person/cnic.ts';
import { isQuickPattern, LONGEST_READ } from '../../../src/domain/person/cnic-pattern.ts';

describe('the pattern of a card', () => {
  it.each([
    String.raw`\d{13}`,
    String.raw`(?<=\|)\d{13}`,
    String.raw`CNIC:\s*(\d{5}-?\d{7}-?\d)`,
    String.raw`(?:CNIC|NIC)[:=] ?(\d{13})`,
    String.raw`^[^|]*\|[^|]*\|(\d{13})`,
    String.raw`(?:\d{5}-){1}\d{7}-\d`,
    String.raw`[(+*]{2}(\d{13})\)`,
  ])('%s is quick', (pattern) => {
    expect(isQuickPattern(pattern)).toBe(true);
  });

  it.each([
    '(a+)+$',
    '((a)*)*b',
    '(a|a)*$',
    '(?:a?){60}b',
    String.raw`(\d*){2,}x`,
    '(?:(?:a*)?b?)+',
    'a?'.repeat(60) + 'a'.repeat(60),
    '(a|a)'.repeat(40),
    '.*.*.*x',
    String.raw`(.*)\1x`,
    '(?:(?:(?:^){300}){300}){300}',
    '(?:){1000000000}',
  ])('%s is not', (pattern) => {
    expect(isQuickPattern(pattern)).toBe(false);
  });

  it('is looked for in no more than a card holds', () => {
    const cnic = '3520212345671';
    expect(findCnic(`${'x'.repeat(LONGEST_READ - 13)}${cnic}`, String.raw`\d{13}`)).toBe(cnic);
    expect(findCnic(`${'x'.repeat(LONGEST_READ)}${cnic}`, String.raw`\d{13}`)).toBeUndefined();
  });
});
