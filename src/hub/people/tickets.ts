import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Role } from '../../domain/people/role.ts';

/** From the click to the first byte. */
const GOOD_MS = 60_000;
const MOST = 200;

/** One-use tickets for files: a link carries no session, and may end up in a history. Times of a monotonic clock. */
export function ticketsOf(nowMs: () => number) {
  const open = new Map<string, { readonly role: Role; readonly untilMs: number }>();
  return {
    give(role: Role): string {
      const ticket = randomBytes(24).toString('base64url');
      const [oldest] = open.keys();
      if (open.size >= MOST && oldest !== undefined) open.delete(oldest);
      open.set(ticket, { role, untilMs: nowMs() + GOOD_MS });
      return ticket;
    },
    /** The role of whom the ticket of a request was given to, which is used up by this; undefined without one. */
    take({ url = '' }: Pick<IncomingMessage, 'url'>): Role | undefined {
      const ticket = new URLSearchParams(url.split('?')[1]).get('ticket') ?? '';
      const given = open.get(ticket);
      open.delete(ticket);
      return given && nowMs() <= given.untilMs ? given.role : undefined;
    },
  };
}
