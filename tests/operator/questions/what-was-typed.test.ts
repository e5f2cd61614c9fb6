import { describe, expect, it } from 'vitest';
import { trackingNumberOf } from '../../../src/domain/journeys/tracking-number.ts';
import { whatWasTyped } from '../../../src/operator/questions/what-was-typed.ts';

const SERIES = ['A', 'B', 'T', 'Z'];
const typed = (text: string) => whatWasTyped(text, SERIES);
const TRACKING = trackingNumberOf(2026, 4_217);

describe('what an operator types to let somebody in', () => {
  it.each([
    ['LHR-000123', { kind: 'code', code: 'LHR-000123' }],
    [' lhr-000123 ', { kind: 'code', code: 'LHR-000123' }],
    ['LHR-۰۰۰۱۲۳', { kind: 'code', code: 'LHR-000123' }],
    ['MKZ:lahore:LHR-000123', { kind: 'code', code: 'MKZ:lahore:LHR-000123' }],
    ['35202-1234567-1', { kind: 'cnic', cnic: '3520212345671' }],
    ['۳۵۲۰۲۱۲۳۴۵۶۷۱', { kind: 'cnic', cnic: '3520212345671' }],
    ['0300 1234567', { kind: 'phone', phone: '923001234567' }],
    ['+92 300 1234567', { kind: 'phone', phone: '923001234567' }],
    ['b118', { kind: 'label', label: 'b118' }],
    ['B-1000', { kind: 'label', label: 'B-1000' }],
    ['A2-017', { kind: 'label', label: 'A2-017' }],
    ['Z ۰۴۲', { kind: 'label', label: 'Z 042' }],
  ])('is read by its shape: %s', (text, wanted) => {
    expect(typed(text)).toEqual(wanted);
  });

  it('is a tracking number in every way of writing one, also from the barcode', () => {
    const [year, running, check] = [TRACKING.slice(0, 2), TRACKING.slice(2, 9), TRACKING.slice(9)];
    for (const text of [TRACKING, `${year}-${running}-${check}`, `${year} ${running} ${check}`, `T${TRACKING}`]) {
      expect([text, typed(text)]).toEqual([text, { kind: 'tracking', trackingNumber: TRACKING }]);
    }
  });

  it('is no tracking number when a digit of it is wrong, and no booking code either', () => {
    const wrong = TRACKING.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    expect(typed(`T${wrong}`)).toEqual({ kind: 'wrongTracking' });
    expect(typed(`${wrong.slice(0, 2)}-${wrong.slice(2, 9)}-${wrong.slice(9)}`)).toEqual({ kind: 'wrongTracking' });
  });

  it('is a booking code when its letters name no series here, or its number is too long for a token', () => {
    expect(typed('LH-0001')).toEqual({ kind: 'code', code: 'LH-0001' });
    expect(typed('B-104217')).toEqual({ kind: 'code', code: 'B-104217' });
  });

  it('is a CNIC in the middle of what a card’s code says', () => {
    expect(typed('Ayesha Siddiqui 35202-1234567-1 F')).toEqual({ kind: 'cnic', cnic: '3520212345671' });
  });

  it.each(['', '   ', 'B', '12', '????', 'not a number at all'])(
    'is nothing when it is none of these: "%s"',
    (text) => {
      expect(typed(text)).toEqual({ kind: 'nothing' });
    },
  );
});
