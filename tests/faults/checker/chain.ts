import { createHmac } from 'node:crypto';
import type { Broken, Read } from './evidence.ts';

/** I6: events are numbered without a gap, and each carries the seal over itself and the one before. */
export function chainBroken({ events, evidence }: Read): readonly Broken[] {
  const key = Buffer.from(evidence.chainKey, 'hex');
  let before = '0'.repeat(64);
  for (const [at, one] of events.entries()) {
    if (one.seq !== at + 1) return [{ invariant: 'I6', what: `event ${at + 1} is missing` }];
    const { seq, centre_id, at: time, queue_at, kind, actor, device, command_id, token_id, payload } = one;
    const text = [before, seq, centre_id, time, queue_at, kind, actor, device, command_id, token_id, payload];
    const seal = createHmac('sha256', key).update(JSON.stringify(text)).digest('hex');
    if (seal !== one.hash) return [{ invariant: 'I6', what: `event ${seq} does not carry its seal` }];
    before = one.hash;
  }
  return [];
}
