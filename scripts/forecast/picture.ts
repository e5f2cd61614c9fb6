import type { CallSeen } from '../../src/domain/wait-forecast/learn-absence.ts';
import type { Occupation } from '../../src/domain/wait-forecast/learn-service-times.ts';
import type { Booking, Kind } from './draw-day.ts';

/** A token in a line of the simulated hall. */
export interface Waiting {
  readonly citizen: number;
  readonly work: string;
  readonly kind: Kind;
  /** From when the calling rule counts. */
  readonly since: number;
  /** When they came to this line. */
  readonly cameAt: number;
}

export interface DeskState {
  /** As the hall can see it: an operator who holds a citizen has not gone. */
  readonly isOpen: boolean;
  readonly holds: (Pick<Waiting, 'citizen' | 'work' | 'kind'> & { readonly calledAt: number }) | null;
}

/** Everything that a hall knows when somebody comes: what every forecast is made from. Times in ms of the day. */
export interface Picture {
  readonly at: number;
  readonly newcomer: { readonly citizen: number; readonly work: string; readonly kind: Kind };
  readonly waiting: readonly Waiting[];
  readonly desks: readonly DeskState[];
  /** Appointments that have not checked in. */
  readonly booked: readonly Booking[];
  /** Waits of those called last for this work, the newest first. */
  readonly lastWaits: readonly number[];
}

/** What a day leaves behind to learn from. */
export interface DayRecord {
  readonly occupations: readonly Occupation[];
  readonly calls: readonly CallSeen[];
  readonly arrivals: readonly { readonly work: string; readonly kind: Kind; readonly at: number }[];
  readonly deskSpans: readonly (readonly (readonly [fromMs: number, toMs: number])[])[];
  readonly booked: number;
  /** How long after their slot the booked came. */
  readonly slotOffsets: readonly number[];
}

export interface PlayedDay {
  readonly pictures: readonly Picture[];
  /** How long each pictured newcomer waited, in the order of `pictures`. */
  readonly waits: readonly number[];
  readonly record: DayRecord;
}
