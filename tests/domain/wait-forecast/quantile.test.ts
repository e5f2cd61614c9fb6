import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileAmong } from '../../../src/domain/wait-forecast/quantile.ts';

/** The same by sorting. */
function quantileBySorting(values: readonly number[], share: number): number {
  const sorted = Float32Array.from(values).sort();
  const place = Math.min(Math.max((sorted.length + 1) * share - 1, 0), sorted.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return high === low ? low : low + (high - low) * (place - Math.floor(place));
}

describe('a quantile', () => {
  it('is the one of the sorted values, whatever order they come in and however many are equal', () => {
    const value = fc.oneof(fc.constantFrom(0, 1, Number.POSITIVE_INFINITY), fc.float({ min: 0, max: 9, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 99 }),
        (values, percent) => {
          const found = quantileAmong(Float32Array.from(values), percent / 100);
          expect(found).toBe(quantileBySorting(values, percent / 100));
        },
      ),
    );
  });

  it('at 90 % of nine values is the largest, since the next one exceeds it once in ten times', () => {
    expect(quantileAmong(Float32Array.from([9, 1, 8, 2, 7, 3, 6, 4, 5]), 0.9)).toBe(9);
    expect(quantileAmong(Float32Array.from([9, 1, 8, 2, 7, 3, 6, 4, 5]), 0.5)).toBe(5);
  });
});
