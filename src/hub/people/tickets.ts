import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** From the click to the first byte. */
const GOOD_MS = 60_000;
const MOST = 200;

/** One-use tickets for files: a link carries no session, and may end up in a history. Times of a monotonic clock. */
export function ticketsOf(nowMs: () => number) {
  const open = new Map<string, number>();
  return {
    give(): string {
      const ticket = randomBytes(24).toString('base64url');
      const [oldest] = open.keys();
      if (open.size >= MOST && oldest !== undefined) open.delete(oldest);
      open.set(ticket, nowMs() + GOOD_MS);
      return ticket;
    },
    /** Whether a request carries one, which is used up by this. */
    take({ url = '' }: Pick<IncomingMessage, 'url'>): boolean {
      const ticket = new URLSearchParams(url.split('?')[1]).get('ticket') ?? '';
      const untilMs = open.get(ticket);
      open.delete(ticket);
      return untilMs !== undefined && nowMs() <= untilMs;
    },
  };
}
