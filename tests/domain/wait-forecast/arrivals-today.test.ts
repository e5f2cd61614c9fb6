import { expect, it } from 'vitest';
import { arrivalsToday } from '../../../src/domain/wait-forecast/arrivals-today.ts';

const HOUR = 3_600_000;
/** Twenty an hour come to `a` in the morning, ten in the afternoon. */
const usual = (line: string, msOfDay: number) => (line === 'a' ? (msOfDay < 12 * HOUR ? 20 : 10) / HOUR : 0);

it('expects of a usual day what usually comes', () => {
  const rate = arrivalsToday({ came: new Map([['a', 40]]), expected: 40, lately: 0 }, usual);
  expect(rate('a', 11 * HOUR)).toBeCloseTo(20 / HOUR, 12);
  expect(rate('a', 13 * HOUR)).toBeCloseTo(10 / HOUR, 12);
});

it('thinks that a day with half as many more goes on with more, and trusts it the better the later it is', () => {
  const early = arrivalsToday({ came: new Map([['a', 15]]), expected: 10, lately: 0 }, usual);
  const late = arrivalsToday({ came: new Map([['a', 300]]), expected: 200, lately: 0 }, usual);
  expect(early('a', 13 * HOUR) * HOUR).toBeCloseTo((10 * 65) / 60, 9);
  expect(late('a', 13 * HOUR) * HOUR).toBeCloseTo((10 * 350) / 250, 9);
});

it('goes on as lately on a centre’s first day, with the shares of the lines so far', () => {
  const came = new Map([
    ['a', 30],
    ['b', 10],
  ]);
  const rate = arrivalsToday({ came, expected: null, lately: 20 / HOUR }, usual);
  expect(rate('a', 13 * HOUR) * HOUR).toBeCloseTo(15, 9);
  expect(rate('b', 13 * HOUR) * HOUR).toBeCloseTo(5, 9);
  expect(rate('c', 13 * HOUR)).toBe(0);
  expect(arrivalsToday({ came: new Map(), expected: null, lately: 0 }, usual)('a', 9 * HOUR)).toBe(0);
});
