import type { z } from 'zod';
import type { slotPageSchema } from '../../protocol/booking-schema.ts';
import { askBackend, type Backend, type Trouble } from './backend-request.ts';

export type SlotPage = z.infer<typeof slotPageSchema>;

/** Tells the backend which slots are free. One page goes out at a time, and only the newest of those that wait. */
export function slotPublisher(backend: Backend) {
  let newest: SlotPage | null = null;
  let sending: Promise<Trouble | null> = Promise.resolve(null);

  /** Sends what is still to be sent; null when nothing is left over. */
  async function send(stopping: AbortSignal): Promise<Trouble | null> {
    const page = newest;
    if (!page || stopping.aborted) return null;
    const headers = { 'content-type': 'application/json' };
    const answer = await askBackend(backend, 'slots', { method: 'PUT', headers, body: JSON.stringify(page) }, stopping);
    if (answer?.kind === 'trouble') return { ...answer, detail: `slots ${answer.detail}`.trim() };
    if (answer && newest === page) newest = null;
    return null;
  }

  return {
    put(page: SlotPage): void {
      newest = page;
    },
    flush(stopping: AbortSignal): Promise<Trouble | null> {
      sending = sending.then(() => send(stopping));
      return sending;
    },
  };
}
