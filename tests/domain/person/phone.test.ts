import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone } from '../../../src/domain/person/phone.ts';

describe('a phone number', () => {
  it.each([
    ['03001234567'],
    ['0300-1234567'],
    ['+923001234567'],
    ['+92 (300) 123 4567'],
    ['00923001234567'],
    ['923001234567'],
    ['۰۳۰۰۱۲۳۴۵۶۷'],
  ])('is read from %j', (text) => {
    expect(readPhone(text)).toBe('923001234567');
  });

  it.each([
    ['', 'nothing'],
    ['3001234567', 'without its 0'],
    ['0300123456', 'a digit short'],
    ['030012345678', 'a digit too many'],
    ['04235761234', 'a landline gets no message'],
    ['+443001234567', 'another country'],
    ['+9203001234567', 'both prefixes'],
    ['=HYPERLINK("x")', 'a formula'],
  ])('is not read from %j: %s', (text) => {
    expect(readPhone(text)).toBeUndefined();
  });

  it('is the same with every prefix, and stays what it is when read again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^3\d{9}$/), fc.constantFrom('0', '+92', '0092', '92'), (national, prefix) => {
        expect(readPhone(prefix + national)).toBe(`92${national}`);
        expect(readPhone(`92${national}`)).toBe(`92${national}`);
      }),
    );
  });
});
