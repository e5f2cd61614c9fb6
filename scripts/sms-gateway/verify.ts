import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a signature's time may lie from this machine's clock, either way. */
const WINDOW_S = 300;

/** Whether a delivery is signed with the secret, and just now. The raw bytes count, not what was parsed of them. */
export function isSigned(header: string, body: Buffer, secret: string, nowMs: number): boolean {
  const [, t, v1] = /^t=(\d{1,11}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (t === undefined || v1 === undefined || Math.abs(Number(t) - nowMs / 1_000) > WINDOW_S) return false;
  const own = createHmac('sha256', secret).update(`${t}.`).update(body).digest();
  return timingSafeEqual(own, Buffer.from(v1, 'hex'));
}

/** The deliveries that were taken: the hub may send one twice, and nobody wants two messages. */
export function seenIds(most = 10_000) {
  const seen = new Set<string>();
  return {
    has: (id: string) => seen.has(id),
    add(id: string) {
      seen.add(id);
      for (const oldest of seen) {
        if (seen.size <= most) return;
        seen.delete(oldest);
      }
    },
  };
}
