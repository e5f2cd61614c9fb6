import { describe, expect, it } from 'vitest';
import { type LineHead, pickNext, urgencyOf } from '../../src/domain/calling-rule.ts';

const MINUTE = 60_000;
const head = (change: Partial<LineHead>): LineHead => ({
  tokenId: 1,
  serviceId: 'domicile',
  boundCounterId: null,
  waitingSince: 0,
  targetMs: 30 * MINUTE,
  ...change,
});
const LEVELS = [['domicile'], ['fine']] as const;

describe('the calling rule', () => {
  it('calls the elder before the walk-in that came with him', () => {
    const walkIn = head({ tokenId: 1 });
    const elder = head({ tokenId: 2, targetMs: 15 * MINUTE });
    expect(pickNext([walkIn, elder], LEVELS, 5 * MINUTE)).toBe(elder);
  });

  it('calls the walk-in whose promise is further used up before a fresh elder', () => {
    const walkIn = head({ tokenId: 1 });
    const elder = head({ tokenId: 2, targetMs: 15 * MINUTE, waitingSince: 20 * MINUTE });
    expect(urgencyOf(elder, 25 * MINUTE)).toBeLessThan(urgencyOf(walkIn, 25 * MINUTE));
    expect(pickNext([walkIn, elder], LEVELS, 25 * MINUTE)).toBe(walkIn);
  });

  it('asks a lower level only when the top level is empty', () => {
    const domicile = head({ tokenId: 1, waitingSince: 4 * MINUTE });
    const fine = head({ tokenId: 2, serviceId: 'fine', targetMs: 10 * MINUTE });
    expect(pickNext([domicile, fine], LEVELS, 5 * MINUTE)).toBe(domicile);
    expect(pickNext([fine], LEVELS, 5 * MINUTE)).toBe(fine);
  });

  it('lets a lower level compete once its promise is due', () => {
    const domicile = head({ tokenId: 1 });
    const fine = head({ tokenId: 2, serviceId: 'fine', targetMs: 10 * MINUTE });
    expect(pickNext([domicile, fine], LEVELS, 10 * MINUTE)).toBe(fine);
  });

  it('breaks ties by the longer wait, then by the lower id', () => {
    const long = head({ tokenId: 9, waitingSince: 0, targetMs: 20 * MINUTE });
    const short = head({ tokenId: 3, waitingSince: 5 * MINUTE, targetMs: 10 * MINUTE });
    expect(pickNext([short, long], LEVELS, 10 * MINUTE)).toBe(long);
    const twins = [head({ tokenId: 8 }), head({ tokenId: 7 })];
    expect(pickNext(twins, LEVELS, 10 * MINUTE)?.tokenId).toBe(7);
  });

  it('calls nobody for a service that the counter does not serve, unless bound to it', () => {
    const other = head({ serviceId: 'nadra' });
    expect(pickNext([other], LEVELS, MINUTE)).toBeUndefined();
    expect(pickNext([{ ...other, boundCounterId: 1 }], LEVELS, MINUTE)).toBeDefined();
  });

  it('starves no line: whoever waits is called in the end, however many others keep coming', () => {
    const slow = head({ tokenId: 1, targetMs: 60 * MINUTE, serviceId: 'fine' });
    const minutes = Array.from({ length: 200 }, (_, minute) => minute + 1);
    const calledAt = minutes.find((minute) => {
      const fresh = head({ tokenId: 100 + minute, targetMs: 5 * MINUTE, waitingSince: (minute - 1) * MINUTE });
      return pickNext([slow, fresh], LEVELS, minute * MINUTE)?.tokenId === 1;
    });
    expect(calledAt).toBe(60);
  });
});
