import { addDays, instantOf, localTime } from './civil-date.ts';
import { type Calendar, openSpansOn } from './opening-hours.ts';

const MOST_DAYS = 366;

/**
 * The first instant (epoch ms) by which the doors were open for `ms` after `fromAt`. Work due at closing time is due
 * then, not at the next opening; 0 ms is the instant itself while open, else the next opening. Looks at 366 days after
 * that day, and when they hold less open time, gives the midnight that ends the last of them.
 */
export function addOpenMs(calendar: Calendar, fromAt: number, ms: number): number {
  const { date } = localTime(fromAt, calendar.timeZone);
  let leftMs = Math.max(0, ms);
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    for (const [openAt, closeAt] of openSpansOn(calendar, addDays(date, ahead))) {
      const startAt = Math.max(openAt, fromAt);
      if (startAt >= closeAt) continue;
      if (leftMs <= closeAt - startAt) return startAt + leftMs;
      leftMs -= closeAt - startAt;
    }
  }
  return instantOf(addDays(date, MOST_DAYS + 1), 0, calendar.timeZone);
}
