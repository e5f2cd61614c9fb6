import { type Calendar, openMsBetween } from './opening-hours.ts';

/** A gap longer than this (4 h) at a restart counts as this much. */
export const MOST_RESTART_GAP_MS = 4 * 3_600_000;

/**
 * How far the queue clock moves over a restart: the open hours that passed on the wall clock, nothing when the
 * wall clock went back, at most four hours when it jumped ahead.
 */
export function restartGapMs(calendar: Calendar, lastAt: number, nowAt: number): number {
  return Math.min(openMsBetween(calendar, lastAt, nowAt), MOST_RESTART_GAP_MS);
}

/** How far the queue clock moves while the hub runs: with the monotonic clock, while the hall works. */
export const runningGapMs = (isHallWorking: boolean, monotonicMs: number): number =>
  isHallWorking ? Math.max(0, monotonicMs) : 0;
