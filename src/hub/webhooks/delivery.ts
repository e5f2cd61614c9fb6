import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { newsOf } from '../../domain/integrations/token-news.ts';
import { labelOf } from '../../domain/numbering.ts';
import { FRESH_TOKEN, type Token } from '../../domain/token.ts';
import type { webhookDelivery } from '../../protocol/api/api-schemas.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';
import { tokenKeyOf } from '../citizen/token-key.ts';

export type Delivery = z.infer<typeof webhookDelivery>;

type NewsStore = Pick<Store, 'events' | 'appointments' | 'hubId'>;

/** A token before and after an event, as the log tells it. */
function tokenAround(store: NewsStore, tokenId: number, seq: number) {
  let before: Token | undefined;
  let after: Token | undefined;
  for (const { payload } of store.events.ofToken(tokenId, seq)) {
    for (const patch of payload.tokens ?? []) {
      if (patch.id === tokenId) [before, after] = [after, { ...FRESH_TOKEN, ...after, ...patch } as Token];
    }
  }
  return { before, after };
}

/** What an event says of its token to those outside: nothing of whose it is. Undefined when it is nothing to them. */
export function deliveryOf(store: NewsStore, key: () => Buffer, event: LoggedEvent): Delivery | undefined {
  const { tokenId, seq, kind, at, centreId, payload } = event;
  if (tokenId === null || !payload.tokens?.some((patch) => patch.id === tokenId)) return undefined;
  const { before, after } = tokenAround(store, tokenId, seq);
  const type = after && newsOf(kind, before, after);
  if (!after || !type) return undefined;
  const { serviceDay, serviceId, stageId, state, counterId, appointmentId } = after;
  const bookingId = appointmentId === null ? null : (store.appointments.get(appointmentId)?.sourceId ?? null);
  return {
    id: `${store.hubId}:${seq}`,
    type,
    at,
    centreId,
    token: {
      reference: tokenKeyOf(key(), tokenId),
      label: labelOf(after),
      serviceDay,
      serviceId,
      stageId,
      state,
      counterId,
      bookingId,
    },
  };
}

/** The header that proves a delivery: when it was sent (epoch s), and HMAC-SHA256 over that, a point, and the body. */
export function signatureOf(secret: string, body: string, at: number): string {
  const t = Math.floor(at / 1_000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
