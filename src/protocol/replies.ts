import type { ShownRange } from '../domain/wait-words.ts';
import type { GivenLease } from './alone.ts';
import type { ErrorCode } from './error-codes.ts';

/** A no, with its code, the values in its sentence, and the sentence in both languages. */
export interface WireError {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly message: { readonly en: string; readonly ur: string };
}

/** What a yes brings back. */
export interface Result {
  readonly tokenId?: number;
  readonly label?: string;
  /** How many stood before the new token in its service. */
  readonly ahead?: number;
  readonly counterId?: number;
  /** The wait to show, in minutes; absent while there is no forecast. */
  readonly wait?: ShownRange;
  readonly serviceId?: string;
  /** The stage to go to, and the counters that do it; absent when the visit is over. */
  readonly goTo?: { readonly stageId: string; readonly serviceId: string; readonly counters: readonly number[] };
  /** The slot of an appointment that was checked in (epoch ms), and whether it came late. */
  readonly slotAt?: number;
  readonly isLate?: boolean;
  readonly lease?: GivenLease;
  /** Why what a kiosk gave on its own could not be taken over: it is in the log, and the manager is told. */
  readonly refused?: ErrorCode;
  readonly apiKeyId?: number;
  readonly webhookId?: number;
  readonly trackingNumber?: string;
  /** Where a slip prints that staff asked for. */
  readonly printsAt?: { readonly kioskId: number } | { readonly counterId: number };
}

/** A reply as it crosses the wire: with the epoch of the hub that gives it. */
export type Answer = Reply & { readonly epoch: number };

/** The answer to a command: `seq` is the log's head when it was given. A repeat of the id gets the very same. */
export type Reply =
  | { readonly ok: true; readonly id: string; readonly seq: number; readonly result: Result }
  | { readonly ok: false; readonly id: string | null; readonly error: WireError };
