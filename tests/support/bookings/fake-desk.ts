import type { Booking } from '../../../src/domain/appointments/booking.ts';
import type {
  FeedBookmark,
  FeedDesk,
  FeedRow,
  FeedTrouble,
  RowReport,
} from '../../../src/hub/appointment-feeds/feed.ts';

type Sign = { readonly isUp: true } | { readonly isUp: false; readonly trouble: FeedTrouble; readonly detail: string };

/** The hall's side of a feed in memory: it keeps the newest revision of each booking, and writes down what it was told. */
export class FakeDesk implements FeedDesk {
  readonly bookings = new Map<string, Booking>();
  readonly pieces: (readonly FeedRow[])[] = [];
  /** Of each piece, how often the event loop had come round since the pieces before it. */
  readonly turns: number[] = [];
  readonly reports: RowReport[] = [];
  readonly bookmarks: FeedBookmark[] = [];
  readonly signs: Sign[] = [];
  /** So many calls of `take` fail as a full disk does. */
  failures = 0;
  /** Held back until this resolves. */
  gate: Promise<void> = Promise.resolve();
  /** How often `take` was called. */
  calls = 0;
  readonly #watchers = new Set<() => void>();
  #turn = 0;

  async take(rows: readonly FeedRow[]): Promise<readonly RowReport[]> {
    this.calls += 1;
    this.#changed();
    await this.gate;
    if (this.failures > 0) {
      this.failures -= 1;
      this.#changed();
      throw new Error('disk full');
    }
    this.pieces.push(rows);
    this.turns.push(this.#turn);
    setImmediate(() => (this.#turn += 1));
    const reports = rows.map((row) => this.#takeRow(row));
    this.reports.push(...reports);
    this.#changed();
    return reports;
  }

  bookmark(): FeedBookmark {
    return this.bookmarks.at(-1) ?? { cursor: null, etag: null };
  }

  async keepBookmark(bookmark: FeedBookmark): Promise<void> {
    this.bookmarks.push(bookmark);
    this.#changed();
  }

  isUp(): void {
    this.signs.push({ isUp: true });
    this.#changed();
  }

  isDown(trouble: FeedTrouble, detail: string): void {
    this.signs.push({ isUp: false, trouble, detail });
    this.#changed();
  }

  get rows(): readonly FeedRow[] {
    return this.pieces.flat();
  }

  /** Resolves as soon as that is true. */
  until(isTrue: (desk: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isTrue(this)) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  #takeRow(row: FeedRow): RowReport {
    if (!('booking' in row)) return row;
    const { place, booking } = row;
    const known = this.bookings.get(booking.sourceId);
    if (known && known.revision >= booking.revision) return { place, outcome: 'same' };
    this.bookings.set(booking.sourceId, booking);
    if (booking.status === 'cancelled') return { place, outcome: 'cancelled' };
    if (!known) return { place, outcome: 'created' };
    return { place, outcome: known.slotAt === booking.slotAt ? 'changed' : 'moved' };
  }

  #changed(): void {
    for (const look of this.#watchers) look();
  }
}
