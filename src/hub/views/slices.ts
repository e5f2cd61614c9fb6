import { waker } from './waker.ts';

/**
 * Screens are told in slices, with a rest after each that is so many times as long: in a storm of changes most of the
 * hub's time is for those who wait for an answer.
 */
const SLICE_MS = 2;
const REST = 6;
const MOST_REST_MS = REST * SLICE_MS;

/**
 * Runs work when it is due, in slices: `isOver` says when it is to leave the rest for the next. It gives when that is.
 * Times are ms of the process.
 */
export function slices(work: (nowMs: number, isOver: () => boolean) => number) {
  let restUntilMs = 0;
  const timer = waker(() => {
    const nowMs = performance.now();
    const dueMs = work(nowMs, () => performance.now() >= nowMs + SLICE_MS);
    const endedMs = performance.now();
    restUntilMs = endedMs + Math.min(REST * (endedMs - nowMs), MOST_REST_MS);
    wakeAt(dueMs);
  });
  const wakeAt = (dueMs: number): void => timer.wakeAt(Math.max(dueMs, restUntilMs));
  return { wakeAt, stop: timer.stop };
}
