import { backOffMs } from './back-off.ts';
import type { Backend, Trouble } from './backend-request.ts';
import { askForPage, type BookingPage } from './booking-page.ts';
import type { AppointmentFeed, FeedDesk, FeedRow } from './feed.ts';
import { pollLoop } from './poll-loop.ts';
import { readBooking } from './read-booking.ts';
import { type SlotPage, slotPublisher } from './slot-publisher.ts';
import { takeInPieces } from './take-in-pieces.ts';

export interface PullFeedOptions
  extends Pick<Backend, 'baseUrl' | 'centreId' | 'key'>, Partial<Pick<Backend, 'timeoutMs' | 'mostBytes'>> {
  readonly desk: FeedDesk;
  /** A number in [0, 1), for the jitter of the back-off. */
  readonly random: () => number;
  readonly pollMs?: number;
  /** Wait after the first failure; doubles with each further one. */
  readonly retryMs?: number;
  readonly mostRetryMs?: number;
}

export interface PullFeed extends AppointmentFeed {
  /** Sends the capacity to the backend: the newest page wins, and is tried again with each poll until it is taken. */
  publishSlots(page: SlotPage): void;
}

const DEFAULTS = {
  timeoutMs: 10_000,
  mostBytes: 32 * 1_048_576,
  pollMs: 30_000,
  retryMs: 1_000,
  mostRetryMs: 300_000,
} as const;

function* rowsOf(page: BookingPage, before: number): Generator<FeedRow> {
  for (const [place, value] of page.bookings.entries()) yield readBooking(value, `row ${before + place + 1}`);
}

/**
 * Fetches every page after the desk's bookmark; the trouble that ended it, if any. The bookmark moves when a whole page
 * is on disk, so a page that was cut short comes again. A tag belongs to the address that it came from: it is kept only
 * when the next question is the same one.
 */
async function pullPages(backend: Backend, desk: FeedDesk, stopping: AbortSignal): Promise<Trouble | null> {
  let rows = 0;
  while (!stopping.aborted) {
    const bookmark = desk.bookmark();
    const answer = await askForPage(backend, bookmark, stopping);
    if (answer === null || answer.kind === 'unchanged') return null;
    if (answer.kind === 'trouble') return answer;
    const { page, etag } = answer;
    await takeInPieces(desk, rowsOf(page, rows), stopping);
    if (stopping.aborted) return null;
    await desk.keepBookmark({ cursor: page.cursor, etag: page.cursor === bookmark.cursor ? etag : null });
    if (!page.hasMore) return null;
    rows += page.bookings.length;
  }
  return null;
}

/** Asks the app's backend for changed bookings, and tells it the slots. */
export function pullFeed(options: PullFeedOptions): PullFeed {
  const settings = { ...DEFAULTS, ...options };
  const { desk } = settings;
  const slots = slotPublisher(settings);
  let failures = 0;
  let stopping: AbortSignal | null = null;

  /** The hub's own store failing is no reason to end the feed: it is asked again like a backend that is away. */
  const pull = (signal: AbortSignal): Promise<Trouble | null> =>
    pullPages(settings, desk, signal).catch(() => ({ kind: 'trouble', trouble: 'notStored', detail: '' }));

  async function round(signal: AbortSignal): Promise<number> {
    stopping = signal;
    const pulled = await pull(signal);
    const published = await slots.flush(signal);
    if (signal.aborted) return 0;
    const trouble = pulled ?? published;
    if (trouble) desk.isDown(trouble.trouble, trouble.detail);
    else desk.isUp();
    failures = pulled ? failures + 1 : 0;
    return pulled ? backOffMs(failures, settings.retryMs, settings.mostRetryMs, settings.random()) : settings.pollMs;
  }

  async function publishNow(signal: AbortSignal): Promise<void> {
    const trouble = await slots.flush(signal);
    if (trouble && !signal.aborted) desk.isDown(trouble.trouble, trouble.detail);
  }

  const loop = pollLoop(round);
  return {
    name: 'pull',
    start: loop.start,
    async stop() {
      await loop.stop();
      if (stopping) await slots.flush(stopping); // Sends nothing any more, but comes after what is on its way.
    },
    publishSlots(page) {
      slots.put(page);
      if (stopping && !stopping.aborted) void publishNow(stopping);
    },
  };
}
