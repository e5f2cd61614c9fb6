import type { AlarmLevel } from '../../domain/alarms/alarm.ts';
import type { ApiKey } from '../../domain/integrations/api-key.ts';
import type { Webhook } from '../../domain/integrations/webhook.ts';
import type { Application } from '../../domain/journeys/application.ts';
import type { Lease } from '../../domain/alone/lease.ts';
import type { Appointment } from '../../domain/appointments/appointment.ts';
import type { Centre } from '../../domain/centre.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { Device } from '../../domain/people/device.ts';
import type { Staff } from '../../domain/people/role.ts';
import type { Counter } from '../../domain/counter.ts';
import type { Token } from '../../domain/token.ts';
import type { Alias } from '../bookings/alias-store.ts';

/** A row as it changes: its id and the fields that got a new value; the first patch of a row holds them all. */
export type Patch<Row extends { readonly id: number }> = { readonly id: number } & Partial<Row>;

/** Whether a slip reached the citizen, as far as the printer tells. */
export type SlipOutcome = 'queued' | 'confirmed' | 'notSent' | 'uncertain';

/** One slip of paper for one token. */
export interface Slip {
  readonly id: number;
  readonly tokenId: number;
  /** The token itself, or the tracking number of its application. */
  readonly kind: 'token' | 'tracking';
  /** Where it prints: one of the two. */
  readonly kioskId: number | null;
  readonly counterId: number | null;
  readonly printer: string;
  readonly outcome: SlipOutcome;
  readonly outcomeAt: number;
  /** The slip that it prints again. */
  readonly copyOf: number | null;
}

/** A card by which one of the staff is known. */
export interface StaffCard {
  readonly id: number;
  /** Whose it is; null for one that only names somebody. */
  readonly staffId: number | null;
  readonly name: string;
  /** Keyed hash of its number. */
  readonly cardMac: string;
  readonly addedAt: number;
  readonly removedAt: number | null;
}

/** The hall as it is set up anew; `fileMark` names the centre file that it came from. */
export interface HallChange {
  readonly centre?: Centre;
  readonly serviceDay?: string;
  readonly fileMark?: string;
}

/** What a store that was put back from a snapshot must not give again. */
export interface Restored {
  /** The letter that every series carries until the end of that service day. */
  readonly mark: string;
  readonly untilDay: string;
  /** Ids up to these may have been given by the store that was there before. */
  readonly tokenFloor: number;
  readonly applicationFloor: number;
}

/** What stands under a name on the boards before and after; each version is a file, named by a random id. */
export interface MediaChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is kept no longer: calls before an event, counts of feedback before a service day. */
export interface Forget {
  readonly callsBeforeSeq?: number;
  readonly feedbackBeforeDay?: string;
}

/** What an event changes. Applying the payloads in order to an empty store gives the state. */
export interface Payload {
  readonly tokens?: readonly Patch<Token>[];
  readonly counters?: readonly Patch<Counter>[];
  readonly applications?: readonly Patch<Application>[];
  readonly appointments?: readonly Patch<Appointment>[];
  readonly alias?: Alias;
  readonly slip?: Slip;
  readonly device?: Device;
  readonly lease?: Lease;
  /** The screens in service from the event on, and how far a standby was known to have come. */
  readonly inService?: { readonly devices: readonly number[]; readonly confirmedSeq: number };
  /** The epoch that begins with the event. */
  readonly epoch?: number;
  readonly staff?: Staff;
  readonly staffCard?: StaffCard;
  readonly feedback?: Feedback;
  /** An alarm that the event's actor has seen, at that level; null: the alarm is over, and who saw it with it. */
  readonly alarm?: { readonly key: string; readonly level: AlarmLevel | null };
  readonly apiKey?: ApiKey;
  readonly webhook?: Webhook;
  readonly restored?: Restored;
  readonly forget?: Forget;
  /** The number that the series gives next. */
  readonly series?: { readonly name: string; readonly nextNumber: number };
  /** The counter at which the event's token is called out. */
  readonly announceAt?: number;
  readonly hall?: HallChange;
  /** Pictures and videos that came to the boards, were replaced, or went. The files are beside the store. */
  readonly media?: readonly MediaChange[];
  /** What people should know of it beyond the change: a reason, a destination, how many were overtaken. */
  readonly about?: Readonly<Record<string, string | number | boolean>>;
}

/** What is to be logged, before it has its place in the log. */
export interface NewEvent {
  readonly kind: string;
  readonly tokenId: number | null;
  readonly payload: Payload;
}

/** Who did it, through which device, with which command, and when. */
export interface Origin {
  readonly actor: string;
  readonly device: string;
  readonly commandId: string | null;
  readonly at: number;
  readonly queueAt: number;
}

/** An event in its place in the log. */
export interface LoggedEvent extends NewEvent, Origin {
  readonly seq: number;
  readonly centreId: string;
  readonly hash: string;
}
