import { expect, it } from 'vitest';
import { isWithin } from '../../src/counter-display/night-span.ts';

it('a night runs over midnight, a rest at noon does not', () => {
  const night = { fromMinute: 20 * 60, toMinute: 7 * 60 };
  expect([19 * 60 + 59, 20 * 60, 0, 7 * 60 - 1, 7 * 60].map((at) => isWithin(at, night))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  const noon = { fromMinute: 12 * 60, toMinute: 13 * 60 };
  expect([11 * 60, 12 * 60, 13 * 60, 0].map((at) => isWithin(at, noon))).toEqual([false, true, false, false]);
});
