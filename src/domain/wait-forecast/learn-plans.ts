import type { FutureSpan } from './forecast-hall.ts';

/** When a counter was open on a past day: ms after the day's beginning, in order; no end (infinity) until all were served. */
export type DaySpans = readonly FutureSpan[];

/** An operator who should be there by what other days show is thought to come in this time. */
const LATE_MS = 600_000;
/** A counter that is open at an hour at which it never was is thought to stay for this time. */
const EXTRA_MS = 1_800_000;

const isOpenAt = (spans: DaySpans, ms: number): boolean => spans.some(([from, to]) => from <= ms && ms < to);

/** The rest of a past day as a plan for today, whose counter is open or not at `nowMs` of the day. */
function planAfter(spans: DaySpans, nowMs: number, isOpen: boolean): DaySpans {
  const rest = spans
    .filter(([, to]) => to > nowMs)
    .map(([from, to]) => [Math.max(0, from - nowMs), to - nowMs] as const);
  const [first, ...others] = rest;
  if (!first) return isOpen ? [[0, EXTRA_MS]] : [];
  if (isOpen) return [[0, first[1]], ...others];
  return first[0] > 0 ? rest : [[Math.min(LATE_MS, first[1]), first[1]], ...others];
}

/**
 * What may become of a counter today, one alternative for each past day. Days on which the counter was open (or not) at
 * this hour, as it is now, are believed; others only when there are none. Without any past day it stays as it is.
 */
export function plansFrom(days: readonly DaySpans[], nowMs: number, isOpen: boolean): readonly DaySpans[] {
  const alike = days.filter((spans) => isOpenAt(spans, nowMs) === isOpen);
  const believed = alike.length > 0 ? alike : days;
  if (believed.length === 0) return [isOpen ? [[0, Number.POSITIVE_INFINITY]] : []];
  return believed.map((spans) => planAfter(spans, nowMs, isOpen));
}
