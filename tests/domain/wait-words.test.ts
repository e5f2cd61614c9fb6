import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownRange, waitText } from '../../src/domain/wait-words.ts';

const MINUTE = 60_000;
const shown = (p50: number, p90: number) => shownRange({ p50Ms: p50 * MINUTE, p90Ms: p90 * MINUTE });

describe('a wait as it is shown', () => {
  it.each([
    [0, 0, 0, 1],
    [0, 4.01, 0, 5],
    [1.2, 3.4, 1, 4],
    [2, 2, 2, 3],
    [4.9, 5, 4, 5],
    [3.2, 5.1, 3, 10],
    [5, 5, 5, 10],
    [12, 23, 10, 25],
    [29.9, 30, 25, 30],
    [30, 30, 30, 40],
    [34, 31, 30, 40],
    [47, 82, 40, 90],
  ])('of %d to %d min is %i–%i', (p50, p90, fromMinutes, toMinutes) => {
    expect(shown(p50, p90)).toEqual({ fromMinutes, toMinutes, isOpenEnded: false });
  });

  it('is none when it is more likely not to be called today', () => {
    expect(shown(Infinity, Infinity)).toBeNull();
    // A screen once said "null to null minutes" of a forecast that was no number.
    expect(shown(Number.NaN, 5)).toBeNull();
    expect(shown(5, Number.NaN)).toMatchObject({ isOpenEnded: true });
  });

  it('is an hour wide at most, and open-ended beyond that', () => {
    expect(shown(40, 100)).toEqual({ fromMinutes: 40, toMinutes: 100, isOpenEnded: false });
    expect(shown(40, 100.1)).toEqual({ fromMinutes: 40, toMinutes: 100, isOpenEnded: true });
    expect(shown(40, Infinity)).toEqual({ fromMinutes: 40, toMinutes: 100, isOpenEnded: true });
    expect(shown(3, Infinity)).toEqual({ fromMinutes: 3, toMinutes: 70, isOpenEnded: true });
  });

  const minutes = fc.oneof(
    fc.double({ min: 0, max: 400, noNaN: true }),
    fc.integer({ min: 0, max: 400 }),
    fc.constant(Infinity),
  );
  const range = fc.tuple(minutes, minutes).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  it('never promises more than the forecast and is never to the second', () => {
    const called = range.filter(([p50]) => p50 !== Infinity);
    const outward = fc.property(called, ([p50, p90]) => {
      const words = shown(p50, p90);
      if (!words) throw new Error(`Nothing is shown for ${p50} to ${p90} min.`);
      const { fromMinutes, toMinutes, isOpenEnded } = words;
      expect(fromMinutes).toBeLessThanOrEqual(p50);
      expect(isOpenEnded || p90 <= toMinutes).toBe(true);
      expect(isOpenEnded && p90 <= toMinutes).toBe(false);
      expect(toMinutes).toBeGreaterThan(fromMinutes);
      expect(toMinutes - fromMinutes).toBeLessThan(60 + 10);
      for (const end of [fromMinutes, toMinutes]) expect(end % (end <= 5 ? 1 : end <= 30 ? 5 : 10)).toBe(0);
    });
    fc.assert(outward, { numRuns: 2000 });
  });

  it('of a longer forecast is never shorter at either end', () => {
    const monotone = fc.property(range, range, ([a50, a90], [b50, b90]) => {
      const short = shown(Math.min(a50, b50), Math.min(a90, b90));
      const long = shown(Math.max(a50, b50), Math.max(a90, b90));
      if (!long) return;
      expect(short?.fromMinutes).toBeLessThanOrEqual(long.fromMinutes);
      expect(short?.toMinutes).toBeLessThanOrEqual(long.toMinutes);
    });
    fc.assert(monotone, { numRuns: 2000 });
  });
});

describe('the words of a range', () => {
  it('are those of the language, with its digits', () => {
    const range = { fromMinutes: 15, toMinutes: 25, isOpenEnded: false };
    expect([waitText(range, 'en'), waitText(range, 'ur')]).toEqual(['15–25 min', '۱۵ تا ۲۵ منٹ']);
    expect(waitText({ fromMinutes: 60, toMinutes: 120, isOpenEnded: true }, 'en')).toBe('60–120 min or longer');
    expect(waitText({ fromMinutes: 60, toMinutes: 120, isOpenEnded: true }, 'ur')).toBe('۶۰ تا ۱۲۰ منٹ یا زیادہ');
  });

  it('begin at no nought: the Urdu one is a dot that nobody sees', () => {
    const range = { fromMinutes: 0, toMinutes: 3, isOpenEnded: false };
    expect([waitText(range, 'en'), waitText(range, 'ur')]).toEqual(['up to 3 min', '۳ منٹ تک']);
  });
});
