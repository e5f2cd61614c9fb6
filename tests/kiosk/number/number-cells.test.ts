import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/kiosk/number/number-cells.ts';
import { type Ask, SHAPES } from '../../../src/kiosk/number/number-page.ts';

const shown = (typed: string, ask: Ask) =>
  cellsOf(typed, SHAPES[ask])
    .map(({ kind, text }) => (kind === 'empty' ? '_' : text))
    .join('');

describe('the display of a number', () => {
  it('shows the last two digits of a CNIC while it is typed, and the masked number at the end', () => {
    expect(shown('', 'cnic')).toBe('_____-_______-_');
    expect(shown('3', 'cnic')).toBe('3____-_______-_');
    expect(shown('352021', 'cnic')).toBe('••••2-1______-_');
    expect(shown('352021234567', 'cnic')).toBe('•••••-•••••67-_');
    expect(shown('3520212345671', 'cnic')).toBe('35202-•••••••-1');
  });

  it('never shows more than that for the other questions that ask for a CNIC', () => {
    for (const ask of ['lost', 'visitCnic'] as const) expect(shown('352021234567', ask)).toBe('•••••-•••••67-_');
  });

  it('groups a phone number and a tracking number, and leaves a code as it is', () => {
    expect(shown('03001', 'phone')).toBe('0300-1______');
    expect(shown('2600042179', 'tracking')).toBe('26-0004217-9');
    expect(shown('LHR-0042', 'code')).toBe('LHR-0042');
  });
});

describe('a number that was typed', () => {
  it('is read as the hub reads it, or not at all', () => {
    expect(SHAPES.cnic.read('3520212345671')).toBe('3520212345671');
    expect(SHAPES.cnic.read('0520212345671')).toBeUndefined();
    expect(SHAPES.phone.read('03001234567')).toBe('923001234567');
    expect(SHAPES.phone.read('04212345678')).toBeUndefined();
    expect(SHAPES.tracking.read('2600042179')).toBe('2600042179');
    expect(SHAPES.tracking.read('2600042170')).toBeUndefined();
    expect(SHAPES.back.read('A042')).toBe('A042');
    expect(SHAPES.back.read('42')).toBeUndefined();
  });
});
