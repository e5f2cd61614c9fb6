import { type DeliveryMark, PUSH_WINDOW_MS } from './push-signature.ts';

/**
 * The deliveries that were taken, for as long as their timestamps would pass. The id is not signed, so the signature is
 * remembered too. A restart forgets them: what is replayed then is a repeat to the desk and changes nothing; the same
 * holds for the oldest when there are more than `most`.
 */
export function seenDeliveries(most = 20_000) {
  const untilByKey = new Map<string, number>();
  const keysOf = (mark: DeliveryMark): readonly string[] => [`id ${mark.id}`, `v1 ${mark.signature.toString('hex')}`];

  function forget(nowAt: number): void {
    for (const [key, untilAt] of untilByKey) if (untilAt < nowAt) untilByKey.delete(key);
    for (const key of untilByKey.keys()) {
      if (untilByKey.size <= most) return;
      untilByKey.delete(key);
    }
  }

  return {
    has: (mark: DeliveryMark, nowAt: number): boolean =>
      keysOf(mark).some((key) => (untilByKey.get(key) ?? -1) >= nowAt),
    add(mark: DeliveryMark, nowAt: number): void {
      for (const key of keysOf(mark)) untilByKey.set(key, Number(mark.timestamp) * 1000 + PUSH_WINDOW_MS);
      forget(nowAt);
    },
    size: (): number => untilByKey.size,
  };
}
