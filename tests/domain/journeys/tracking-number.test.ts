import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/domain/random.ts';
import {
  MOST_RUNNING,
  readTrackingNumber,
  trackingBarcode,
  trackingNumberOf,
  writeTrackingNumber,
} from '../../../src/domain/journeys/tracking-number.ts';
import { inUrduDigits } from '../../../src/domain/urdu-digits.ts';

const random = randomFrom(2004);
const SAMPLE = [
  ...[1, 2, 10, 4217, 999_999, MOST_RUNNING].map((running) => trackingNumberOf(2026, running)),
  ...Array.from({ length: 500 }, () =>
    trackingNumberOf(2000 + Math.floor(random.between(0, 100)), Math.ceil(random.between(0, MOST_RUNNING))),
  ),
];

describe('a tracking number', () => {
  it('is the year, the running number and a check digit', () => {
    expect(trackingNumberOf(2026, 4217)).toBe('2600042179');
    expect(trackingNumberOf(2005, 1)).toMatch(/^050000001\d$/);
    expect(new Set(SAMPLE.map((number) => number.length))).toEqual(new Set([10]));
  });

  it('has the check digit of the published example: 4 for 572', () => {
    expect(trackingNumberOf(2000, 572)).toBe('0000005724');
  });

  it('ends at ten million a year', () => {
    for (const running of [0, -1, 1.5, Number.NaN, MOST_RUNNING + 1]) {
      expect(() => trackingNumberOf(2026, running)).toThrow(RangeError);
    }
  });

  it('is read as people type, paste and scan it', () => {
    for (const text of [
      '2600042179',
      '26-0004217-9',
      ' 26 0004217 9\n',
      'T2600042179',
      't26-0004217-9',
      '۲۶-۰۰۰۴۲۱۷-۹',
      '٢٦٠٠٠٤٢١٧٩',
      '26–0004217‑9',
      '\u206626-0004217-9\u2069',
      '\u200f۲۶-۰۰۰۴۲۱۷-۹\u200e',
    ]) {
      expect(readTrackingNumber(text)).toBe('2600042179');
    }
  });

  it('comes back from paper, barcode and Urdu digits', () => {
    expect(writeTrackingNumber('2600042179')).toBe('26-0004217-9');
    expect(trackingBarcode('2600042179')).toBe('T2600042179');
    for (const number of SAMPLE) {
      const written = writeTrackingNumber(number);
      for (const text of [written, trackingBarcode(number), inUrduDigits(written)]) {
        expect(readTrackingNumber(text)).toBe(number);
      }
    }
  });

  it('is found wrong at every single wrong digit', () => {
    for (const number of SAMPLE) {
      for (let place = 0; place < 10; place += 1) {
        for (let digit = 0; digit < 10; digit += 1) {
          const typed = number.slice(0, place) + digit + number.slice(place + 1);
          expect(readTrackingNumber(typed)).toBe(typed === number ? number : undefined);
        }
      }
    }
  });

  it('is found wrong at every swap of two neighbours', () => {
    for (const number of SAMPLE) {
      for (let place = 0; place < 9; place += 1) {
        const typed = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
        expect(readTrackingNumber(typed)).toBe(typed === number ? number : undefined);
      }
    }
  });

  it('is no CNIC, no phone, no token and nothing else', () => {
    for (const text of [
      '35202-1234567-1',
      '3520212345671',
      '0300-1234567',
      '+923001234567',
      '923001234567',
      '042-35761999',
      'A-042',
      '',
      'T',
      'TT2600042179',
      'X2600042179',
      '2600042179T',
      '02600042179',
      '260004217',
      '2600042179.0',
      '26/0004217/9',
      '२६०००४२१७९',
    ]) {
      expect(readTrackingNumber(text)).toBeUndefined();
    }
    // Thirteen and eleven digits are refused by their length, whatever their check digit would say.
    for (const number of SAMPLE)
      expect(readTrackingNumber(`000${number}`) ?? readTrackingNumber(`0${number}`)).toBe(undefined);
  });
});
