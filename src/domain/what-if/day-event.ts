import type { Centre } from '../centre.ts';
import type { Counter } from '../counter.ts';
import type { ReportEvent } from '../reports/reading/report-event.ts';
import type { Token } from '../token.ts';

/** An event of the log as a played day reads and makes it: what reports read of it is enough. */
export type DayEvent = ReportEvent;

/** The hall as it stands when a service day begins: who is in it, and its counters. */
export interface DayStart {
  readonly centre: Centre;
  readonly day: string;
  readonly tokens: readonly Token[];
  readonly counters: readonly Counter[];
}

/** A place in time: ms of the wall clock, and the place among what happens in the same ms. */
export interface Instant {
  readonly at: number;
  readonly seq: number;
}

/** Where a token is: in a line, in the hands of a counter, or in neither. */
export type Place = 'line' | 'hand' | 'aside';

/** Where a token in that state is. */
export function placeOf({ state }: Pick<Token, 'state'>): Place {
  if (state === 'waiting') return 'line';
  return state === 'called' || state === 'serving' ? 'hand' : 'aside';
}

/** The hub ends a day by carrying over who waits; what it does so is of the turn, not of the day that follows. */
export const isOfTurn = ({ kind, actor }: Pick<DayEvent, 'kind' | 'actor'>): boolean =>
  actor === 'hub' && (kind === 'carryOver' || kind === 'leave');
