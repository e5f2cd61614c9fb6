import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WireBooking } from '../../src/protocol/booking-schema.ts';

const MOST_A_DELIVERY = 100;
const FIRST_RETRY_MS = 1_000;
const MOST_RETRY_MS = 60_000;

/** Headers of a delivery; each attempt is signed anew under the same id. */
function headersOf(body: string, id: string, secret: string, nowAt: number): Record<string, string> {
  const timestamp = String(Math.floor(nowAt / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-markaz-delivery': id,
    'x-markaz-timestamp': timestamp,
    'x-markaz-signature': `v1=${signature}`,
  };
}

/** The status of the hub's answer, or why there was none. */
async function send(url: string, body: string, headers: Record<string, string>): Promise<number | string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return error instanceof Error ? error.name : 'no answer';
  }
}

/** Sends changes to the hub's webhook in order, and each again until the hub has it. */
export function webhook(url: string, secret: string, nowAt: () => number, say: (line: string) => void) {
  const waiting: WireBooking[] = [];
  let isSending = false;

  async function deliver(bookings: readonly WireBooking[]): Promise<void> {
    const body = JSON.stringify({ bookings });
    const id = randomUUID();
    for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(MOST_RETRY_MS, retryMs * 2)) {
      const status = await send(url, body, headersOf(body, id, secret, nowAt()));
      if (status === 200 || status === 409) return; // 409: the hub had it, and its answer was lost.
      say(`The webhook answered ${status}; it is tried again in ${retryMs / 1000} s.`);
      await sleep(retryMs, undefined, { ref: false });
    }
  }

  async function sendAll(): Promise<void> {
    isSending = true;
    await sleep(20); // Changes of the same moment go together.
    while (waiting.length > 0) await deliver(waiting.splice(0, MOST_A_DELIVERY));
    isSending = false;
  }

  return (booking: WireBooking): void => {
    waiting.push(booking);
    if (!isSending) void sendAll();
  };
}
