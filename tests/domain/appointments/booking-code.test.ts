import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingQrText, readBookingCode, readBookingQr } from '../../../src/domain/appointments/booking-code.ts';

describe('a booking code', () => {
  it('is read in capitals, without the spaces around it', () => {
    expect(readBookingCode(' lhr-7k2m-94qd ')).toBe('LHR-7K2M-94QD');
  });

  it.each([
    ['LHR-7'],
    ['L'.repeat(33)],
    ['LHR 7K2M'],
    ['LHR_7K2M'],
    ['<LHR-7K2M>'],
    ['LHR-7K2M\u202e'],
    ['ßßßßßß'],
    [''],
    ['3520212345671'],
    ['35202-1234567-1'],
    ['35202-12345671'],
    ['LHR-3520212345671'],
    ['LHR-7-35202-1234567-1'],
  ])('is not read from %j', (text) => {
    expect(readBookingCode(text)).toBeUndefined();
  });

  it('may have as many digits as it likes, but for those of a CNIC', () => {
    for (const code of ['LHR-2026-11-23-00042', 'LHR-20261123-00042', '0520212345671', '35202123456719']) {
      expect(readBookingCode(code)).toBe(code);
    }
  });
});

describe('the QR of a booking', () => {
  it('names the centre and the booking', () => {
    expect(bookingQrText('lahore', 'LHR-7K2M-94QD')).toBe('MKZ:lahore:LHR-7K2M-94QD');
    expect(readBookingQr('MKZ:lahore:LHR-7K2M-94QD\r\n')).toEqual({ centreId: 'lahore', code: 'LHR-7K2M-94QD' });
  });

  it.each([
    ['LHR-7K2M-94QD'],
    ['MKZ:lahore'],
    ['MKZ::LHR-7K2M'],
    ['MKZ:lahore:LHR-7K2M:x'],
    ['MKZ:lahore:35202-1234567-1'],
    ['https://x.example/a'],
    [''],
  ])('is not %j', (text) => {
    expect(readBookingQr(text)).toBeUndefined();
  });

  it('is read back as it was written', () => {
    const centres = fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,63}$/);
    fc.assert(
      fc.property(centres, fc.stringMatching(/^[A-Z0-9-]{6,32}$/), (centreId, code) => {
        expect(readBookingQr(bookingQrText(centreId, code))).toEqual({ centreId, code });
      }),
    );
  });
});
