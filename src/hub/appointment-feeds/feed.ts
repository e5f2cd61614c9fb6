import type { Booking, BookingFault, BookingOutcome } from '../../domain/appointments/booking.ts';

export const FEED_NAMES = ['pull', 'push', 'csv'] as const;
export type FeedName = (typeof FEED_NAMES)[number];

/** One row that a feed has read: a booking, or why it is none. `place` says where it stood, e.g. `line 7`. */
export type FeedRow =
  | { readonly place: string; readonly booking: Booking }
  | { readonly place: string; readonly sourceId: string | null; readonly fault: BookingFault };

/** What became of a row, in the order of the rows. */
export type RowReport =
  | { readonly place: string; readonly outcome: BookingOutcome }
  | { readonly place: string; readonly sourceId: string | null; readonly fault: BookingFault };

/** Why a feed brings nothing. */
export const FEED_TROUBLES = [
  'unreachable',
  'slow',
  'badStatus',
  'notJson',
  'badAnswer',
  'tooLarge',
  'badSignature',
  'unreadableFile',
  'notStored',
] as const;
export type FeedTrouble = (typeof FEED_TROUBLES)[number];

/** How far a feed has come, kept on disk. */
export interface FeedBookmark {
  readonly cursor: string | null;
  readonly etag: string | null;
}

/** The hall's side of a feed. Everything that resolves is on disk then. */
export interface FeedDesk {
  /** Takes rows in order: each wholly or not at all, a repeat is a no-op, one bad row stops no other. */
  take(rows: readonly FeedRow[]): Promise<readonly RowReport[]>;
  bookmark(): FeedBookmark;
  keepBookmark(bookmark: FeedBookmark): Promise<void>;
  /** The feed works, or why it does not (`detail` for people: a status, a file name; never personal data). */
  isUp(): void;
  isDown(trouble: FeedTrouble, detail: string): void;
}

/** A way in which bookings come into the hall. One file each. */
export interface AppointmentFeed {
  readonly name: FeedName;
  start(): void;
  stop(): Promise<void>;
}
