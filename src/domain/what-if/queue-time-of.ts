import type { DayEvent, Instant } from './day-event.ts';

/**
 * The queue clock as the events of a day tell it: at an event what it says, between two what has passed since the first,
 * but no more than the second says. After the last it goes on.
 */
export function queueTimeOf(events: readonly DayEvent[]): (now: Instant) => number {
  const sorted = events.toSorted((a, b) => a.at - b.at || a.seq - b.seq);
  const said = new Map(events.map(({ seq, at, queueAt }) => [seq, { at, queueAt }]));
  return ({ at, seq }) => {
    const own = said.get(seq);
    if (own?.at === at) return own.queueAt;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as DayEvent).at <= at) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [sorted[low - 1], sorted[low]];
    if (!before) return after ? after.queueAt : 0;
    return Math.min(before.queueAt + at - before.at, after?.queueAt ?? Number.POSITIVE_INFINITY);
  };
}
