import type { Law } from './law.ts';

/** A time span `[from, to)` in ms after now. */
export type FutureSpan = readonly [fromMs: number, toMs: number];

/** A line as the forecast plays it. Indexes point into the lists of `ForecastHall`. */
export interface ForecastLine {
  readonly targetMs: number;
  /** How long a citizen of this line occupies a counter: a law of `laws`, stretched in each bin of time. */
  readonly law: number;
  readonly stretch: readonly number[];
  /** Citizens that walk in per ms, in each bin of time. */
  readonly arrivals: readonly number[];
  /** The line of the next stage, or -1; and the share of citizens that go on to it. */
  readonly next: number;
  readonly nextShare: number;
  /** Of those, the share who need not get up where the same counter does the next stage too. */
  readonly stayShare: number;
}

/** A counter as the forecast plays it. */
export interface ForecastCounter {
  /** The lines that it serves, with their level: 0 is asked first. */
  readonly serves: readonly { readonly line: number; readonly level: number }[];
  /** Number of levels of its profile. */
  readonly levels: number;
  /** Whom it holds now: line and ms since the call; null when it holds nobody. */
  readonly holds: { readonly line: number; readonly elapsedMs: number } | null;
  /** When it may be open from now on: alternatives, one of which is drawn for each run. Spans in order. */
  readonly plans: readonly (readonly FutureSpan[])[];
}

/**
 * Everything that the forecast knows. All times in ms of the queue clock after now, those before now negative. Bins of
 * time have `binMs` each, the first begins now; the last one goes on.
 */
export interface ForecastHall {
  readonly binMs: number;
  /** Where a run ends, whoever still waits. */
  readonly horizonMs: number;
  readonly laws: readonly Law[];
  readonly lines: readonly ForecastLine[];
  readonly counters: readonly ForecastCounter[];
  /** Who waits, in any order; `sinceMs` is negative, or ahead for a slot to come. */
  readonly waiting: readonly { readonly line: number; readonly sinceMs: number }[];
  /** Lines for which the wait of somebody who came now is wanted. */
  readonly newcomers: readonly number[];
  /** Appointments that have not checked in. */
  readonly booked: readonly { readonly line: number; readonly slotMs: number }[];
  /** Share of the booked that come, and when around their slot: ms after it, as a law over `earliestMs`. */
  readonly booking: { readonly comeShare: number; readonly earliestMs: number; readonly law: Law };
  /** Share of called citizens who are not there, for each `ABSENCE_BIN_MS` that they waited (the last goes on). */
  readonly absence: readonly number[];
  /** How long a counter is kept by a citizen who is not there. */
  readonly absenceLaw: Law;
  /** How long an operator with nobody to call takes to see that somebody came; null for none at all. */
  readonly reaction: Law | null;
}

/** Waits of one bin of `absence`: 2 min. */
export const ABSENCE_BIN_MS = 120_000;
