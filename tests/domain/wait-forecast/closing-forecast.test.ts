import { describe, expect, it } from 'vitest';
import { closingForecast } from '../../../src/domain/wait-forecast/closing-forecast.ts';

const MINUTE = 60_000;
/** Three people in three plays: when each is called. */
const CALLS = Float32Array.from([1, 2, 3, 10, 11, 12, 28, Infinity, 20].map((minutes) => minutes * MINUTE));
const people = [0, 1, 2].map((id) => ({ id, serviceMs: 5 * MINUTE }));

describe('the forecast to closing', () => {
  it('counts who is served, and not only called, before the doors close, and when the last one is done', () => {
    expect(closingForecast(CALLS, 3, people, 30 * MINUTE)).toEqual({ waiting: 3, served: 2, lastMs: 33 * MINUTE });
    expect(closingForecast(CALLS, 3, people, 33 * MINUTE)).toMatchObject({ served: 3 });
  });

  it('tells of a group alone', () => {
    expect(closingForecast(CALLS, 3, people.slice(0, 2), 8 * MINUTE)).toEqual({
      waiting: 2,
      served: 1,
      lastMs: 16 * MINUTE,
    });
  });

  it('has no end where the doors never close, and nobody to tell of where nobody waits', () => {
    expect(closingForecast(CALLS, 3, people, null)).toMatchObject({ served: 3 });
    expect(closingForecast(CALLS, 3, [], 30 * MINUTE)).toEqual({ waiting: 0, served: 0, lastMs: 0 });
  });
});
