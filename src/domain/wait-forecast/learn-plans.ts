import type { FutureSpan } from './forecast-hall.ts';

/** When a counter was open on a past day: ms after the day's beginning, in order; no end (infinity) until all were served. */
export type DaySpans = readonly FutureSpan[];

/** What other days say should have happened by now is thought to happen in this time: to come, or to go. */
const LATE_MS = 600_000;
/** A counter that is open when its usual day is over is thought to stay for this time. */
const EXTRA_MS = 1_800_000;

const isOpenAt = (spans: DaySpans, ms: number): boolean => spans.some(([from, to]) => from <= ms && ms < to);

/** What is left of a past day after `nowMs` of it. */
const restAfter = (spans: DaySpans, nowMs: number): DaySpans =>
  spans.filter(([, to]) => to > nowMs).map(([from, to]) => [Math.max(0, from - nowMs), to - nowMs] as const);

/** The rest of a past day as a plan for today, on which the counter does what it did not do that day. */
function unlike(spans: DaySpans, nowMs: number, isOpen: boolean): DaySpans {
  const rest = restAfter(spans, nowMs);
  const [first, ...others] = rest;
  if (!first) return isOpen ? [[0, EXTRA_MS]] : [];
  if (!isOpen) return first[0] > 0 ? rest : [[Math.min(LATE_MS, first[1]), first[1]], ...others];
  const endedMs = nowMs - Math.max(...spans.map(([, to]) => (to <= nowMs ? to : Number.NEGATIVE_INFINITY)));
  return first[0] <= endedMs ? [[0, first[1]], ...others] : [[0, LATE_MS], ...rest];
}

/**
 * What may become of a counter today, one alternative for each past day. Days on which the counter was open (or not), as
 * it is now, are believed; others only when there are none. Without any past day it stays as it is. A counter that holds
 * a citizen was open for certain when it called (`seenMs`): it may be about to close.
 */
export function plansFrom(
  days: readonly DaySpans[],
  nowMs: number,
  isOpen: boolean,
  seenMs = nowMs,
): readonly DaySpans[] {
  if (days.length === 0) return [isOpen ? [[0, Number.POSITIVE_INFINITY]] : []];
  const alike = days.filter((spans) => isOpenAt(spans, seenMs) === isOpen);
  if (alike.length === 0) return days.map((spans) => unlike(spans, nowMs, isOpen));
  return alike.map((spans) => restAfter(spans, nowMs));
}

/**
 * When a counter stopped calling that closed as soon as its last citizen was served: at some time since it called them.
 * Half-way is right on average, while the closing itself is late by what was left of the service.
 */
export const stoppedCallingMs = (lastCalledMs: number, closedMs: number): number => (lastCalledMs + closedMs) / 2;
