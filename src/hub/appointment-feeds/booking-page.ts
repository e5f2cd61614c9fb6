import type { z } from 'zod';
import { bookingPageSchema } from '../../protocol/booking-schema.ts';
import { type Answer, askBackend, type Backend, type Trouble } from './backend-request.ts';
import type { FeedBookmark } from './feed.ts';
import { plainDetail } from './plain-detail.ts';

export type BookingPage = z.infer<typeof bookingPageSchema>;
export type PageAnswer =
  | { readonly kind: 'page'; readonly page: BookingPage; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | Trouble;

function readPage(answer: Extract<Answer, { kind: 'body' }>, after: string | null): PageAnswer {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes));
  } catch {
    return { kind: 'trouble', trouble: 'notJson', detail: plainDetail(answer.type.split(';')[0] ?? '') };
  }
  const read = bookingPageSchema.safeParse(value);
  if (!read.success) {
    return { kind: 'trouble', trouble: 'badAnswer', detail: plainDetail(read.error.issues[0]?.path.join('.') ?? '') };
  }
  if (read.data.hasMore && read.data.cursor === after) {
    return { kind: 'trouble', trouble: 'badAnswer', detail: 'cursor' }; // It would be asked for without end.
  }
  return { kind: 'page', page: read.data, etag: answer.etag };
}

/** The changes after a bookmark. The tag goes with it, so that a backend with nothing new has nothing to send. */
export async function askForPage(
  backend: Backend,
  { cursor, etag }: FeedBookmark,
  stopping: AbortSignal,
): Promise<PageAnswer | null> {
  const path = cursor === null ? 'bookings' : `bookings?after=${encodeURIComponent(cursor)}`;
  const headers = { accept: 'application/json', ...(etag === null ? {} : { 'if-none-match': etag }) };
  const answer = await askBackend(backend, path, { headers }, stopping);
  if (answer?.kind === 'unchanged' && etag === null) return { kind: 'trouble', trouble: 'badStatus', detail: '304' };
  return answer?.kind === 'body' ? readPage(answer, cursor) : answer;
}
