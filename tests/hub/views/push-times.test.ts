import { expect, it } from 'vitest';
import { LEAST_GAP_MS, markPushed, markTouched, NEVER_PUSHED, SOON_GAP_MS } from '../../../src/hub/views/push-times.ts';
import type { Topic } from '../../../src/hub/views/topics.ts';
import type { Touch } from '../../../src/hub/views/touched.ts';

const DAY_MS = 86_400_000;

/** A topic that was touched and pushed at such moments; when it is due after one more touch. */
function dueAfter(
  before: readonly (readonly [Touch, number])[],
  [touch, nowMs]: readonly [Touch, number],
  name = 'board',
) {
  const one = { ...NEVER_PUSHED, topic: { name, hallId: null, boardId: null } as Topic };
  for (const [earlier, ms] of before) {
    markTouched(one, earlier, ms);
    markPushed(one, ms);
  }
  markTouched(one, touch, nowMs);
  return one.dueMs;
}

it('shows at once what was pushed for nobody yet', () => {
  expect(dueAfter([], [true, 5])).toBe(5);
  expect(dueAfter([], ['soon', 5])).toBe(5);
});

it('lets a call wait for the calls before it alone, not for a forecast that was shown a moment ago', () => {
  expect(dueAfter([['soon', DAY_MS]], [true, DAY_MS + 1])).toBe(DAY_MS + 1);
  expect(dueAfter([[true, DAY_MS]], [true, DAY_MS + 1])).toBe(DAY_MS + LEAST_GAP_MS);
  const both = [
    [true, DAY_MS],
    ['soon', DAY_MS + 30],
  ] as const;
  expect(dueAfter(both, [true, DAY_MS + 31])).toBe(DAY_MS + LEAST_GAP_MS);
});

it('lets what may wait rest after whatever was shown', () => {
  expect(dueAfter([[true, DAY_MS]], ['soon', DAY_MS + 1])).toBe(DAY_MS + SOON_GAP_MS);
});

it('keeps the earlier moment where both are wanted', () => {
  const one = { ...NEVER_PUSHED, pushedMs: 0, topic: { name: 'manager' } as const };
  markTouched(one, true, 10);
  markTouched(one, 'soon', 11);
  expect(one.dueMs).toBe(10);
});

it('shows the list of calls ten seconds apart, whatever happens', () => {
  expect(dueAfter([[true, DAY_MS]], [true, DAY_MS + 1], 'boardCalls')).toBe(DAY_MS + 10_000);
});
