import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { afterDelivery, afterFailure, type Telling, type Webhook } from '../../domain/integrations/webhook.ts';
import { backOffMs } from '../appointment-feeds/back-off.ts';
import type { Hall } from '../hall.ts';
import { realClock } from '../time/clock.ts';
import { type Delivery, deliveryOf, signatureOf } from './delivery.ts';
import { webhookSecret } from './outside-key.ts';
import { postDelivery } from './post-delivery.ts';

/** Events that are looked through at once: a call must not wait behind an address that has much to be told. */
const PAGE = 50;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** How often the place in the log is written down while all goes well; after a crash what lies between is told twice. */
const KEEP_MS = 1_000;

export interface TellerOptions {
  readonly hall: Pick<Hall, 'store' | 'clock' | 'byHub'>;
  readonly key: () => Buffer;
  /** Something that the manager sees of it is not what it was. */
  readonly changed: () => void;
}

/** Posts what there is to tell an address, signed as of the machine's own time: whoever hears it compares that. */
const poster = (webhook: Webhook, key: () => Buffer, stopping: AbortSignal) => (delivery: Delivery) => {
  const body = JSON.stringify(delivery);
  const signature = signatureOf(webhookSecret(key(), webhook), body, realClock.at());
  const headers = { 'markaz-delivery': delivery.id, 'markaz-event': delivery.type, 'markaz-signature': signature };
  return postDelivery(webhook.url, body, headers, stopping);
};

/**
 * Tells one address, in the order of the log and one delivery at a time, until nothing is left, it is given up or taken
 * away. What failed is tried again with growing waits, and nothing overtakes it.
 */
export function teller({ hall, key, changed }: TellerOptions, webhook: Webhook, stopping: AbortSignal) {
  const { store, clock } = hall;
  const post = poster(webhook, key, stopping);
  let telling: Telling = store.webhooks.tellingOf(webhook.id) ?? afterDelivery(store.head().seq, clock.at());
  let keptMs = 0;

  async function keep(): Promise<void> {
    keptMs = performance.now();
    const now = telling;
    await hall.byHub(() => store.webhooks.keepTelling(webhook.id, now));
  }

  const isWanted = () => !stopping.aborted && store.webhooks.get(webhook.id)?.removedAt === null;

  /** Whether it came through; false when the address is given up or no longer wanted. */
  async function deliver(delivery: Delivery, seq: number): Promise<boolean> {
    while (isWanted()) {
      const trouble = await post(delivery);
      if (stopping.aborted) return false;
      if (trouble === undefined) {
        const wasFailing = telling.failures > 0;
        telling = afterDelivery(seq, clock.at());
        if (wasFailing) changed();
        return true;
      }
      telling = afterFailure(telling, trouble, clock.at());
      await keep();
      changed();
      if (telling.deadAt !== null) return false;
      const waitMs = backOffMs(telling.failures, FIRST_WAIT_MS, LONGEST_WAIT_MS, Math.random());
      await sleep(waitMs, undefined, { signal: stopping, ref: false }).catch(() => undefined); // Stopping cuts it short.
    }
    return false;
  }

  async function tellPage(): Promise<boolean> {
    const events = store.events.after(telling.seq, PAGE);
    for (const event of events) {
      const delivery = deliveryOf(store, key, event);
      if (delivery && webhook.events.includes(delivery.type) && !(await deliver(delivery, event.seq))) return false;
      telling = { ...telling, seq: event.seq };
      if (performance.now() - keptMs > KEEP_MS) await keep();
    }
    return events.length > 0;
  }

  return {
    telling: () => telling,
    async run(): Promise<void> {
      if (telling.deadAt !== null) return;
      while (isWanted() && (await tellPage())) await turn();
      // One that was given up is written down already, and may have been started again meanwhile.
      if (telling.deadAt === null) await keep();
      changed();
    },
  };
}
