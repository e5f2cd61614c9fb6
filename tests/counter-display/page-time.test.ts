import { expect, it } from 'vitest';
import { pageMs } from '../../src/counter-display/page-time.ts';

it('shows each page for eight seconds where they are few', () => {
  expect([1, 2, 15].map(pageMs)).toEqual([8_000, 8_000, 8_000]);
});

it('shows all calls of ten busy minutes, three on a page, within two minutes', () => {
  const pages = 120 / 3;
  expect(pages * pageMs(pages)).toBeLessThanOrEqual(120_000);
});

it('leaves each page for long enough to be read, however many there are', () => {
  expect([40, 50, 1_000].map(pageMs)).toEqual([3_000, 3_000, 3_000]);
});
