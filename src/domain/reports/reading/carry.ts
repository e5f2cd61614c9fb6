import type { Centre } from '../../centre.ts';
import type { SeenCase } from './cases-read.ts';
import type { SeenCounter } from './counters-read.ts';
import type { SeenToken } from './token-seen.ts';

/** What is known of the hall at the end of a day. Plain values: it is kept as JSON. */
export interface HallCarry {
  readonly tokens: readonly (readonly [id: number, seen: SeenToken])[];
  readonly counters: readonly (readonly [id: number, seen: SeenCounter])[];
  readonly cases: readonly (readonly [id: number, seen: SeenCase])[];
}

/** The same with where in the log that was, from which the next day is read on. */
export interface Carry extends HallCarry {
  readonly centre: Centre;
  readonly day: string;
  readonly toSeq: number;
  readonly hash: string;
  readonly at: number;
}
