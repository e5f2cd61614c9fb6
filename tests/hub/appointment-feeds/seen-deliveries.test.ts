import { describe, expect, it } from 'vitest';
import { PUSH_WINDOW_MS } from '../../../src/hub/appointment-feeds/push/push-signature.ts';
import { seenDeliveries } from '../../../src/hub/appointment-feeds/push/seen-deliveries.ts';

const mark = (number: number, atMs: number) => ({
  id: `d${number}`,
  timestamp: String(atMs / 1000),
  signature: Buffer.from(String(number)),
});

describe('the memory of deliveries', () => {
  it('keeps no more than it may, and forgets the oldest first', () => {
    const seen = seenDeliveries(10);
    for (let number = 0; number < 1000; number += 1) seen.add(mark(number, 0), 0);
    expect(seen.size()).toBe(10);
    expect([seen.has(mark(999, 0), 0), seen.has(mark(0, 0), 0)]).toEqual([true, false]);
  });

  it('forgets what the window has passed', () => {
    const seen = seenDeliveries();
    seen.add(mark(1, 0), 0);
    expect(seen.has(mark(1, 0), PUSH_WINDOW_MS)).toBe(true);
    seen.add(mark(2, PUSH_WINDOW_MS), PUSH_WINDOW_MS + 1);
    expect([seen.size(), seen.has(mark(1, 0), PUSH_WINDOW_MS + 1)]).toEqual([2, false]);
  });
});
