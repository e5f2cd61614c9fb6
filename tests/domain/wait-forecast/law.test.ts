import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawFrom, lawOf, quantileOf, restOf, shareUpTo } from '../../../src/domain/wait-forecast/law.ts';

const exponential = lawOf((u) => -1_000 * Math.log(1 - u), 1_000);
const meanOf = (draw: (u: number) => number): number =>
  Array.from({ length: 20_000 }, (_, i) => draw((i + 0.5) / 20_000)).reduce((sum, one) => sum + one, 0) / 20_000;

describe('a law', () => {
  it('gives back the share that it drew by, in every part and in the tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99999, noNaN: true }), (u) => {
        expect(shareUpTo(exponential, quantileOf(exponential, u))).toBeCloseTo(u, 9);
      }),
    );
  });

  it('keeps the mean of the shape that it was made of', () => {
    expect(meanOf((u) => quantileOf(exponential, u))).toBeCloseTo(1_000, -1);
  });

  it('lets an exponential time forget how long it has lasted, far into its tail', () => {
    for (const elapsed of [0, 500, 3_000, 20_000, 80_000]) {
      expect(meanOf((u) => restOf(exponential, elapsed, u)) / 1_000).toBeCloseTo(1, 1);
    }
  });

  it('leaves less of a steady time the longer it has lasted', () => {
    const steady = lawOf((u) => 900 + 200 * u, 1);
    expect(restOf(steady, 0, 0.5)).toBeCloseTo(1_000, 0);
    expect(restOf(steady, 1_000, 0.5)).toBeCloseTo(50, 0);
  });

  it('learned from values has their mean, their order and their weights', () => {
    const values = Array.from({ length: 101 }, (_, i) => ({ value: i * 10, weight: 1 }));
    const law = lawFrom(values);
    expect(quantileOf(law, 0.5)).toBeCloseTo(500, 0);
    expect(meanOf((u) => quantileOf(law, u)) / 500).toBeCloseTo(1, 1);
    const heavy = lawFrom([
      { value: 1, weight: 9 },
      { value: 100, weight: 1 },
    ]);
    expect(quantileOf(heavy, 0.3)).toBe(1);
    expect(quantileOf(heavy, 0.99)).toBeGreaterThan(90);
  });

  it('of one single value is that value, or hardly more', () => {
    const law = lawFrom([{ value: 120_000, weight: 1 }]);
    expect(quantileOf(law, 0)).toBe(120_000);
    expect(meanOf((u) => quantileOf(law, u)) / 120_000).toBeCloseTo(1, 2);
  });

  // What is left of a time of 0 ms was no number, and with it every forecast of the hall.
  it('of times of nothing leaves nothing, whatever was drawn', () => {
    for (const law of [lawFrom([{ value: 0, weight: 1 }]), { quantiles: new Float64Array(4), tailMs: 0 }]) {
      for (const elapsed of [0, 1, 1_000]) expect(restOf(law, elapsed, 0.5)).toBeCloseTo(0, 6);
      expect(shareUpTo(law, 0)).not.toBeNaN();
    }
  });
});
