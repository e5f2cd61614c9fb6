import type { DayHall } from './day-hall.ts';
import type { Instant } from './day-event.ts';

interface Hears {
  /** From here on the counter could call somebody. */
  readonly began: (counterId: number, now: Instant) => void;
  /** From here on it cannot any more; `since` is when it began. */
  readonly ended: (counterId: number, now: Instant, since: Instant) => void;
}

/** Tells for each counter the stretches of time in which it has free hands while somebody waits for it. */
export function readiness(hall: DayHall, { began, ended }: Hears) {
  const since = new Map<number, Instant>();
  return {
    /** Looks at the counters that have changed, after something has happened. */
    look(now: Instant): void {
      for (const id of hall.takeTouched()) {
        const before = since.get(id);
        const isReady = hall.isReady(id);
        if (isReady === (before !== undefined)) continue;
        if (before) {
          since.delete(id);
          ended(id, now, before);
        } else {
          since.set(id, now);
          began(id, now);
        }
      }
    },
    /** The counters that are ready still, and since when. */
    open: (): readonly (readonly [counterId: number, since: Instant])[] => [...since],
  };
}
