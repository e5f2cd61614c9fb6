import { describe, expect, it } from 'vitest';
import { type Scan, scanOf } from '../../../src/domain/person/scan.ts';

const CNIC = '3520212345673';
const read = (text: string, cnicPattern: string | null = null): Scan =>
  scanOf(text, { centreId: 'lahore', cnicPattern });

describe('what was held to a reader', () => {
  it('keeps of a card its number alone, never the names on it', () => {
    const card = `ID\u001d${CNIC}\u001dMUHAMMAD ALI\u001d12 MALL ROAD, LAHORE`;
    expect(read(card)).toEqual({ kind: 'cnic', cnic: CNIC });
    expect(read('MUHAMMAD ALI, 12 MALL ROAD, LAHORE')).toEqual({ kind: 'unknown' });
  });

  it('finds the number where the centre says that it stands', () => {
    // Digits run on in the code of this card, so that no thirteen of them stand alone.
    const chip = `00${CNIC}990112`;
    expect(read(chip)).toEqual({ kind: 'code', code: chip });
    expect(read(chip, String.raw`^00(\d{13})\d{6}$`)).toEqual({ kind: 'cnic', cnic: CNIC });
    expect(read(`00${CNIC}990112 `, String.raw`^00(\d{12})\d{7}$`)).toMatchObject({ kind: 'code' });
  });

  it('is thirteen digits or nothing, whatever a broken reader sends', () => {
    for (const text of ['352021234567', `${CNIC}4`, '352021234567X', '\u0000\u0001\u0002', '', 'A'.repeat(10_000)]) {
      expect(read(text).kind).not.toBe('cnic');
    }
  });

  it('is a code where it is short and plain: a booking without its frame, or the number of a staff card', () => {
    expect(read('0012345678\r\n')).toEqual({ kind: 'code', code: '0012345678' });
    // Seven bytes of a card, of which thirteen digits are nobody's.
    expect(read('A3520212345673')).toEqual({ kind: 'code', code: 'A3520212345673' });
    expect(read('LHR-0042')).toEqual({ kind: 'code', code: 'LHR-0042' });
  });
});
