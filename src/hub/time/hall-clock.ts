import type { Moment } from '../../domain/decision.ts';
import { type Calendar, closingAt, isOpenAt, openMsBetween } from '../../domain/calendar/opening-hours.ts';
import { restartGapMs, runningGapMs } from '../../domain/calendar/queue-clock.ts';
import type { Clock } from './clock.ts';

export interface HallClock {
  now(): Moment;
  /** Whether the doors are open at this moment. */
  isOpen(): boolean;
  /** Open time that is left until the doors close today, to the minute; null while they never do. */
  openLeftMs(): number | null;
}

/** What the calendar says of the doors, asked once a minute: it is far too slow to be asked at each command. */
function doorsByMinute(clock: Clock, calendarNow: () => Calendar) {
  const read = (calendar: Calendar, minute: number, at: number) => {
    const closesAt = closingAt(calendar, at);
    const openLeftMs = closesAt === null ? null : openMsBetween(calendar, at, closesAt);
    return { calendar, minute, isOpen: isOpenAt(calendar, at), openLeftMs };
  };
  let known: ReturnType<typeof read> | undefined;
  return () => {
    const at = clock.at();
    const minute = Math.floor(at / 60_000);
    const calendar = calendarNow();
    if (known?.minute !== minute || known.calendar !== calendar) known = read(calendar, minute, at);
    return known;
  };
}

/**
 * The two clocks of a running hall. The queue clock goes on from the last logged moment, and moves while the hall
 * works: within opening hours, or while any counter is open.
 */
export function hallClock(
  clock: Clock,
  calendarNow: () => Calendar,
  isAnyCounterOpen: () => boolean,
  last: Moment | undefined,
): HallClock {
  const startAt = clock.at();
  let queueMs = last ? last.queueAt + restartGapMs(calendarNow(), last.at, startAt) : 0;
  let sampledMs = clock.monotonicMs();
  const doors = doorsByMinute(clock, calendarNow);
  const isOpen = () => doors().isOpen;
  let wasWorking = isOpen() || isAnyCounterOpen();
  return {
    isOpen,
    openLeftMs: () => doors().openLeftMs,
    now() {
      const monotonicMs = clock.monotonicMs();
      queueMs += runningGapMs(wasWorking, monotonicMs - sampledMs);
      sampledMs = monotonicMs;
      wasWorking = isOpen() || isAnyCounterOpen();
      return { at: clock.at(), queueAt: Math.floor(queueMs) };
    },
  };
}
