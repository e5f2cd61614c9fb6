import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/domain/forecast-score.ts';

const MINUTE = 60_000;
const pair = (p50: number, p90: number, waited: number) => ({
  p50Ms: p50 * MINUTE,
  p90Ms: p90 * MINUTE,
  waitedMs: waited * MINUTE,
});

describe('the score of forecasts', () => {
  it('has the mean error with and without its sign, and the share that waited longer than the p90', () => {
    const pairs = [pair(10, 20, 4), pair(10, 20, 21), pair(30, 45, 30), pair(5, 9, 8)];
    expect(scoreOf(pairs)).toEqual({
      count: 4,
      maeMs: 5 * MINUTE, // 6, 11, 0, 3
      biasMs: -2 * MINUTE, // 6 − 11 + 0 − 3
      exceededShare: 0.25,
    });
  });

  it('is biased upward where longer waits were told than came', () => {
    expect(scoreOf([pair(10, 20, 4)]).biasMs).toBe(6 * MINUTE);
  });

  it('does not count a wait of exactly the p90 as exceeded', () => {
    expect(scoreOf([pair(10, 20, 20)]).exceededShare).toBe(0);
    expect(scoreOf([pair(10, 20, 20.001)]).exceededShare).toBe(1);
  });

  it('leaves out forecasts that named no wait, and never exceeds an infinite p90', () => {
    expect(scoreOf([pair(Infinity, Infinity, 9), pair(10, Infinity, 400)])).toEqual({
      count: 1,
      maeMs: 390 * MINUTE,
      biasMs: -390 * MINUTE,
      exceededShare: 0,
    });
  });

  it('of nothing has no figures', () => {
    const none = { count: 0, maeMs: null, biasMs: null, exceededShare: null };
    expect(scoreOf([])).toEqual(none);
    expect(scoreOf([pair(Infinity, Infinity, 9)])).toEqual(none);
  });
});
