import type { Centre } from '../centre.ts';
import type { Token } from '../token.ts';
import type { DayEvent, DayStart, Instant, Place } from './day-event.ts';

/** Something that was done to a token, so many ms after it had come to the place where it was. */
export interface Deed {
  readonly kind: string;
  readonly afterMs: number;
  readonly seq: number;
  /** What it changed of the token, and what people should know of it. */
  readonly patch: Partial<Token>;
  readonly about: NonNullable<DayEvent['payload']['about']>;
  /** For one who stepped aside: ms until they said they would be back. */
  readonly returnMs: number | null;
}

/** A token's time at one place, with what was done to it there. */
export interface Spell {
  readonly place: Place;
  readonly deeds: readonly Deed[];
}

/** A citizen comes in. */
export interface Coming extends Instant {
  readonly kind: string;
  readonly token: Token;
}

/** Somebody opens, leaves or closes a counter. `whenEmpty`: it was closed when nobody waited for it any more. */
export interface CounterDeed extends Instant {
  readonly kind: 'openCounter' | 'takeBreak' | 'closeCounter';
  readonly operator: string | null;
  readonly whenEmpty: boolean;
}

/** How long an operator let somebody wait who could be called: until they called, or as long as it lasted. */
export interface Patience {
  readonly afterMs: number;
  readonly seq: number;
  readonly hasCalled: boolean;
}

/** What is usual on a day, in ms; for what the log does not say. */
export interface Usual {
  /** From when somebody could be called until the call, by counter. */
  readonly reactionMs: (counterId: number) => number;
  /** From the call until serving begins, and from there until it ends. */
  readonly startMs: number;
  readonly serveMs: (queueId: string) => number;
}

/** A service day as what its people wanted and how long it took them, apart from who was called when. */
export interface DayScript {
  readonly start: DayStart;
  readonly from: Instant;
  readonly to: Instant;
  readonly comings: readonly Coming[];
  readonly spells: ReadonlyMap<number, readonly Spell[]>;
  readonly counters: ReadonlyMap<number, readonly CounterDeed[]>;
  readonly patience: ReadonlyMap<number, readonly Patience[]>;
  readonly setUps: readonly (Instant & { readonly centre: Centre })[];
  /** When the hub carried over who waited still; null while the day is not over. */
  readonly turn: Instant | null;
  /** Tokens of earlier days that the hub ended then: nobody came back with them in time. */
  readonly expired: readonly number[];
  /** The queue clock at an instant of the wall clock. */
  readonly queueAt: (now: Instant) => number;
  readonly usual: Usual;
}
