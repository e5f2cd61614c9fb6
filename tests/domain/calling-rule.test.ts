import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineHead, MOST_URGENCY, pickNext, urgencyOf } from '../../src/domain/calling-rule.ts';

const MINUTE = 60_000;
const head = (change: Partial<LineHead>): LineHead => ({
  tokenId: 1,
  queueId: 'domicile',
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
    const fine = head({ tokenId: 2, queueId: 'fine', targetMs: 10 * MINUTE });
    expect(pickNext([domicile, fine], LEVELS, 5 * MINUTE)).toBe(domicile);
    expect(pickNext([fine], LEVELS, 5 * MINUTE)).toBe(fine);
  });

  it('lets a lower level compete once its promise is due', () => {
    const domicile = head({ tokenId: 1 });
    const fine = head({ tokenId: 2, queueId: 'fine', targetMs: 10 * MINUTE });
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
    const other = head({ queueId: 'nadra' });
    expect(pickNext([other], LEVELS, MINUTE)).toBeUndefined();
    expect(pickNext([{ ...other, boundCounterId: 1 }], LEVELS, MINUTE)).toBeDefined();
  });

  it('starves no line: whoever waits is called in the end, however many others keep coming', () => {
    const slow = head({ tokenId: 1, targetMs: 60 * MINUTE, queueId: 'fine' });
    const minutes = Array.from({ length: 200 }, (_, minute) => minute + 1);
    const calledAt = minutes.find((minute) => {
      const fresh = head({ tokenId: 100 + minute, targetMs: 5 * MINUTE, waitingSince: (minute - 1) * MINUTE });
      return pickNext([slow, fresh], LEVELS, minute * MINUTE)?.tokenId === 1;
    });
    expect(calledAt).toBe(60);
  });

  it('calls an appointment before its slot only when nobody else is there, not even on a lower level', () => {
    const early = head({ tokenId: 1, targetMs: 5 * MINUTE, waitingSince: 20 * MINUTE });
    const fine = head({ tokenId: 2, queueId: 'fine', waitingSince: 10 * MINUTE });
    expect(pickNext([early, fine], LEVELS, 10 * MINUTE)).toBe(fine);
    expect(pickNext([early], LEVELS, 10 * MINUTE)).toBe(early);
    expect(pickNext([early, fine], LEVELS, 24 * MINUTE)).toBe(early);
  });

  it('calls the nearest slot first among those that are still to come, whatever was promised them', () => {
    const near = head({ tokenId: 2, targetMs: 30 * MINUTE, waitingSince: 12 * MINUTE });
    const far = head({ tokenId: 1, targetMs: 5 * MINUTE, waitingSince: 13 * MINUTE });
    const lower = head({ tokenId: 3, queueId: 'fine', waitingSince: 11 * MINUTE });
    expect(pickNext([far, near], LEVELS, 10 * MINUTE)).toBe(near);
    expect(pickNext([far, near, lower], LEVELS, 10 * MINUTE)).toBe(lower);
  });

  // Without an end to urgency, elders who come faster than the counter works keep a walk-in waiting for ever.
  it('starves nobody under any mix: after four promises only those go before who wait longer still', () => {
    const target = fc.integer({ min: 1, max: 240 });
    const service = fc.constantFrom('domicile', 'fine');
    const other = fc.record({ targetMs: target, queueId: service, comesEvery: fc.integer({ min: 1, max: 5 }) });
    const since = fc.integer({ min: 0, max: 20 });
    const starving = fc.property(target, service, since, fc.array(other, { minLength: 1, maxLength: 6 }), (...mix) => {
      expect(isCalledInTime(...mix)).toBe(true);
    });
    fc.assert(starving, { numRuns: 300 });
  });
});

interface Stream {
  readonly targetMs: number;
  readonly queueId: string;
  readonly comesEvery: number;
}

/**
 * One counter, a call a minute, and streams of others that come faster than that. True when the victim is called
 * after at most its four promises and the calls of those who came before it.
 */
function isCalledInTime(targetMs: number, queueId: string, since: number, streams: readonly Stream[]): boolean {
  const victim = head({ tokenId: 0, targetMs, queueId, waitingSince: since });
  const lines = streams.map((stream): Stream & { heads: LineHead[] } => ({ ...stream, heads: [] }));
  const last = since + MOST_URGENCY * targetMs + streams.length * (since + 1);
  for (let minute = 0; minute <= last; minute += 1) {
    for (const [place, { heads, comesEvery, ...stream }] of lines.entries()) {
      const tokenId = minute * 10 + place + 1;
      if (minute % comesEvery === 0) heads.push(head({ ...stream, tokenId, waitingSince: minute }));
    }
    const waiting = minute < since ? [] : [victim];
    const called = pickNext([...waiting, ...lines.flatMap((line) => line.heads[0] ?? [])], LEVELS, minute);
    if (called === victim) return true;
    for (const line of lines) if (line.heads[0] === called) line.heads.shift();
  }
  return false;
}
