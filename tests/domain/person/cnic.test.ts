import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCnic, maskCnic, plainDigits, readCnic } from '../../../src/domain/person/cnic.ts';

const CNIC = '3520212345673';
const inDigitsOf = (zero: number, text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

const cnics = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.stringMatching(/^\d{12}$/))
  .map(([first, rest]) => `${first}${rest}`);

describe('a CNIC', () => {
  it.each([
    ['3520212345673'],
    ['35202-1234567-3'],
    [' 35202 1234567 3 '],
    ['35202–1234567–3'],
    ['۳۵۲۰۲-۱۲۳۴۵۶۷-۳'],
    ['٣٥٢٠٢١٢٣٤٥٦٧٣'],
  ])('is read from %j', (text) => {
    expect(readCnic(text)).toBe(CNIC);
  });

  it.each([
    ['', 'nothing'],
    ['352021234567', 'twelve digits'],
    ['35202123456733', 'fourteen digits'],
    ['0520212345673', 'no province 0'],
    ['9520212345673', 'no province 9'],
    ['3520212345E73', 'a letter'],
    ['3.52021E+12', 'what a spreadsheet makes of it'],
    ['35202_1234567_3', 'another mark'],
    ['\u202e3520212345673', 'an override of the direction'],
  ])('is not read from %j: %s', (text) => {
    expect(readCnic(text)).toBeUndefined();
  });

  it('is the same however its digits and hyphens are written', () => {
    fc.assert(
      fc.property(cnics, fc.constantFrom(0x30, 0x06f0, 0x0660), fc.boolean(), (cnic, zero, isPrinted) => {
        const text = isPrinted ? `${cnic.slice(0, 5)}-${cnic.slice(5, 12)}-${cnic.slice(12)}` : cnic;
        expect(readCnic(inDigitsOf(zero, text))).toBe(cnic);
      }),
    );
  });

  it('shows its district and its last digit alone', () => {
    expect(maskCnic(CNIC)).toBe('35202-•••••••-3');
  });
});

describe('a CNIC in what a scanner read', () => {
  it.each([
    [CNIC],
    [`${CNIC}\r\n`],
    [`IDPAK<<${CNIC}<<<ALI<AHMED`],
    ['name ALI\u001dCNIC 35202-1234567-3\u001d01.01.1980'],
    [`12345678901234567890123456 ${CNIC}`],
    [`0520212345673,${CNIC}`],
    ['شناختی نمبر ۳۵۲۰۲-۱۲۳۴۵۶۷-۳'],
  ])('is found in %j', (text) => {
    expect(findCnic(text)).toBe(CNIC);
  });

  it.each([
    ['35202123456731'],
    ['135202123456731'],
    ['1-35202-1234567-3'],
    ['35202-1234567-3-1'],
    ['35202-1234567-34'],
    ['0520212345673'],
    ['MKZ:lahore:LHR-7K2M-94QD'],
  ])('is not found in %j', (text) => {
    expect(findCnic(text)).toBeUndefined();
  });

  it('is found among any words, and nothing else is ever found', () => {
    const words = fc.string().map((text) => plainDigits(text).replaceAll(/[\d-]/g, ''));
    fc.assert(
      fc.property(words, cnics, words, (before, cnic, after) => {
        expect(findCnic(before + cnic + after)).toBe(cnic);
        expect(findCnic(before + after)).toBeUndefined();
      }),
    );
  });
});
