import type { z } from 'zod';
import type { slotPageSchema } from '../../src/protocol/booking-schema.ts';

type SlotPage = z.infer<typeof slotPageSchema>;

/** A slot as the app offers it. */
export interface OfferedSlot {
  readonly slotAt: number;
  readonly free: number;
}

const keyOf = (serviceId: string, slotAt: number): string => `${serviceId} ${slotAt}`;

/**
 * What the hub takes of each slot, less what is booked. The hub also counts bookings that came to it by other ways: what
 * it counted beyond ours when it published stays taken. `ownBooked` counts ours now.
 */
export function slotCapacity(ownBooked: (serviceId: string, slotAt: number) => number) {
  let madeAt = Number.NEGATIVE_INFINITY;
  let left = new Map<string, number>();
  let slotsOf = new Map<string, readonly { readonly slotAt: string }[]>();

  const freeAt = (serviceId: string, slotAt: number): number | null => {
    const most = left.get(keyOf(serviceId, slotAt));
    return most === undefined ? null : Math.max(0, most - ownBooked(serviceId, slotAt));
  };

  return {
    /** Free places; null where the hub takes none, or has not said. */
    freeAt,
    offered: (serviceId: string, nowAt: number): readonly OfferedSlot[] =>
      (slotsOf.get(serviceId) ?? [])
        .map(({ slotAt }) => Date.parse(slotAt))
        .filter((slotAt) => slotAt > nowAt)
        .toSorted((one, other) => one - other)
        .map((slotAt) => ({ slotAt, free: freeAt(serviceId, slotAt) ?? 0 })),
    /** Takes a newer page in place of the one before; an older one changes nothing. */
    publish(page: SlotPage): void {
      if (Date.parse(page.madeAt) < madeAt) return;
      madeAt = Date.parse(page.madeAt);
      left = new Map();
      slotsOf = Map.groupBy(page.slots, ({ serviceId }) => serviceId);
      for (const { serviceId, slotAt: text, capacity, booked } of page.slots) {
        const slotAt = Date.parse(text);
        const elsewhere = Math.max(0, booked - ownBooked(serviceId, slotAt));
        left.set(keyOf(serviceId, slotAt), capacity - elsewhere);
      }
    },
  };
}
