import type { Moment } from '../../domain/decision.ts';
import { type Calendar, isOpenAt } from '../../domain/opening-hours.ts';
import { restartGapMs, runningGapMs } from '../../domain/queue-clock.ts';
import type { Clock } from './clock.ts';

export interface HallClock {
  now(): Moment;
  /** Whether the doors are open at this moment. */
  isOpen(): boolean;
}

/**
 * The two clocks of a running hall. The queue clock goes on from the last logged moment, and moves while the hall
 * works: within opening hours, or while any counter is open.
 */
export function hallClock(
  clock: Clock,
  calendar: Calendar,
  isAnyCounterOpen: () => boolean,
  last: Moment | undefined,
): HallClock {
  const startAt = clock.at();
  let queueMs = last ? last.queueAt + restartGapMs(calendar, last.at, startAt) : 0;
  let sampledMs = clock.monotonicMs();
  let known: { readonly minute: number; readonly isOpen: boolean } | undefined;
  const isOpen = (): boolean => {
    const at = clock.at();
    const minute = Math.floor(at / 60_000);
    if (known?.minute !== minute) known = { minute, isOpen: isOpenAt(calendar, at) };
    return known.isOpen;
  };
  let wasWorking = isOpen() || isAnyCounterOpen();
  return {
    isOpen,
    now() {
      const monotonicMs = clock.monotonicMs();
      queueMs += runningGapMs(wasWorking, monotonicMs - sampledMs);
      sampledMs = monotonicMs;
      wasWorking = isOpen() || isAnyCounterOpen();
      return { at: clock.at(), queueAt: Math.floor(queueMs) };
    },
  };
}
