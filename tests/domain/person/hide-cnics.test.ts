import { expect, it } from 'vitest';
import { hideCnics } from '../../../src/domain/person/hide-cnics.ts';

it('hides a CNIC however it is written', () => {
  for (const cnic of [
    '3520212345671',
    '35202-1234567-1',
    '۳۵۲۰۲ ۱۲۳۴۵۶۷ ۱',
    '35202–1234567–1',
    '35202.1234567.1',
    '35202\u22121234567\u22121',
    '35202/1234567/1',
    '35202 - 1234567 - 1',
    '۳۵۲۰۲۔۱۲۳۴۵۶۷۔۱',
    '35202\u06401234567\u06401',
    '３５２０２１２３４５６７１',
    '3 5 2 0 2 1 2 3 4 5 6 7 1',
  ]) {
    expect(hideCnics(`for ${cnic}, urgent`)).toBe('for •••, urgent');
  }
  expect(hideCnics('12 35202-1234567-1 03001234567')).toBe('12 ••• 03001234567');
});

it('leaves what is none as it was typed', () => {
  for (const text of [
    'counter 12, token A-042, ۱۲۳',
    '03001234567 03017654321',
    '0092 300 1234567',
    '2600000017 2600000025',
    '2026-11-26 2026-11-27',
    'counters 1 2 3 4 5 6 7 8 9 10 11',
    'PK36SCBL0000001123456702',
    '490154203237518',
    'came at 10:30, 11:45, 12:15, 9',
  ]) {
    expect(hideCnics(text)).toBe(text);
  }
});
