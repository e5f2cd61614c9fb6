import type { Moment } from '../decision.ts';
import type { AtCounter } from '../verbs/at-counter.ts';
import type { Agenda } from './agenda.ts';
import type { NumberedChange } from './change.ts';
import type { DayEvent, Instant } from './day-event.ts';
import type { DayHall } from './day-hall.ts';
import type { DayScript, Deed } from './day-script.ts';

/** What happens, before it has its place in time. */
export type Said = Pick<DayEvent, 'kind' | 'tokenId' | 'payload'> & { readonly actor?: string };

/** What the log knows nothing of comes after all that it knows of the same ms. */
export const LATE = Number.MAX_SAFE_INTEGER;

/** What those who play a day again share. */
export interface Stage {
  readonly script: DayScript;
  readonly change: NumberedChange;
  readonly hall: DayHall;
  readonly agenda: Agenda;
  readonly momentOf: (now: Instant) => Moment;
  /** Lets something happen: the hall is changed, and whoever waits for that is told. */
  readonly say: (said: Said, now: Instant) => void;
  /** The same for what a verb has decided. */
  readonly tell: (kind: string, before: AtCounter, after: AtCounter, now: Instant, about?: Deed['about']) => void;
}
