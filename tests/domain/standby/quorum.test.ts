import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HEARD_MS,
  type Heard,
  JOINED_MS,
  LOST_MS,
  mayAcknowledge,
  mayTakeOver,
  nextInService,
  OUT_MS,
} from '../../../src/domain/standby/quorum.ts';

const heardAt = (...pairs: readonly (readonly [id: number, firstMs: number, lastMs: number])[]) =>
  new Map<number, Heard>(pairs.map(([id, firstMs, lastMs]) => [id, { firstMs, lastMs }]));

describe('a hub that needs the majority of its screens', () => {
  it('acknowledges while most of them have answered a pulse of the last five seconds', () => {
    const heard = heardAt([1, 0, 10_000], [2, 0, 10_000], [3, 0, 4_000]);
    expect(mayAcknowledge([[1, 2, 3]], heard, 10_000)).toBe(true);
    expect(mayAcknowledge([[1, 2, 3, 4]], heard, 10_000)).toBe(false);
    expect(mayAcknowledge([[1, 2, 3]], heard, 10_000 + HEARD_MS)).toBe(true);
    expect(mayAcknowledge([[1, 2, 3]], heard, 10_001 + HEARD_MS)).toBe(false);
    expect(mayAcknowledge([[]], new Map(), 0)).toBe(true);
  });

  it('counts nobody who has only just come to it', () => {
    const heard = heardAt([1, 10_000, 15_000]);
    expect(mayAcknowledge([[1]], heard, 10_000 + JOINED_MS - 1)).toBe(false);
    expect(mayAcknowledge([[1]], heard, 10_000 + JOINED_MS)).toBe(true);
  });

  it('needs it in every set that its standby may still go by', () => {
    const heard = heardAt([1, 0, 10_000], [2, 0, 10_000]);
    expect(mayAcknowledge([[1, 2, 3]], heard, 10_000)).toBe(true);
    expect(
      mayAcknowledge(
        [
          [1, 2, 3, 4, 5],
          [1, 2, 3],
        ],
        heard,
        10_000,
      ),
    ).toBe(false);
  });

  it('takes screens into service at once, and out of it after five minutes of silence', () => {
    const heard = heardAt([1, 0, OUT_MS], [4, OUT_MS, OUT_MS]);
    const hearing = { heard, lastMs: new Map([...heard].map(([id, one]) => [id, one.lastMs])), sinceMs: 0 };
    expect(nextInService([1, 2], hearing, OUT_MS - 1)).toEqual([1, 2, 4]);
    expect(nextInService([1, 2], hearing, OUT_MS)).toEqual([1, 4]);
    expect(nextInService([1, 2], { ...hearing, sinceMs: 1_000 }, OUT_MS)).toEqual([1, 2, 4]);
    // Its link is broken, and it was heard a moment ago.
    const broken = { ...hearing, lastMs: new Map([...hearing.lastMs, [2, 1_000]]) };
    expect(nextInService([1, 2], broken, OUT_MS)).toEqual([1, 2, 4]);
  });
});

describe('a standby that may take over by itself', () => {
  const votes = (...ids: readonly number[]) => new Map(ids.map((id) => [id, { lostMs: LOST_MS, atMs: 0 }]));

  it('does so when it and most of the screens have lost the hub for fifteen seconds', () => {
    expect(mayTakeOver([1, 2, 3], votes(1, 2), LOST_MS, 0)).toBe(true);
    expect(mayTakeOver([1, 2, 3], votes(1), LOST_MS, 0)).toBe(false);
    expect(mayTakeOver([1, 2, 3], votes(1, 9), LOST_MS, 0)).toBe(false);
    expect(mayTakeOver([1, 2, 3], votes(1, 2), LOST_MS - 1, 0)).toBe(false);
    expect(mayTakeOver([1, 2, 3], votes(1, 2), LOST_MS, 15_001)).toBe(false);
    expect(mayTakeOver([], votes(1, 2), LOST_MS, 0)).toBe(false);
    const early = new Map([...votes(1), [2, { lostMs: LOST_MS - 1, atMs: 0 }]] as const);
    expect(mayTakeOver([1, 2, 3], early, LOST_MS, 0)).toBe(false);
  });
});

it('of two hubs never both may acknowledge, however screens go over from one to the other', () => {
  const moves = fc.array(fc.record({ lastOld: fc.nat(40_000), gap: fc.nat(20_000), lastNew: fc.nat(40_000) }), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(moves, fc.nat(60_000), (screens, nowMs) => {
      // A screen answers the old hub up to some moment, and the new one from a later moment on; never the old one again.
      const members = screens.map((_, id) => id);
      const old = new Map(screens.map(({ lastOld }, id) => [id, { firstMs: 0, lastMs: Math.min(lastOld, nowMs) }]));
      const fresh = new Map(
        screens.flatMap(({ lastOld, gap, lastNew }, id) => {
          const firstMs = lastOld + gap;
          const one = { firstMs, lastMs: Math.max(firstMs, Math.min(lastNew + firstMs, nowMs)) };
          return firstMs <= nowMs ? [[id, one] as const] : [];
        }),
      );
      const both = mayAcknowledge([members], old, nowMs) && mayAcknowledge([members], fresh, nowMs);
      expect(both).toBe(false);
    }),
    { numRuns: 20_000 },
  );
});
