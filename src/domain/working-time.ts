import { addDays, type CivilDate, instantOf, localTime, weekday } from './civil-date.ts';
import { type Calendar, openMsBetween } from './opening-hours.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** When the doors open and close on that day: `[from, to)` in epoch ms, in the calendar's order; none on a holiday. */
export function openSpansOn(calendar: Calendar, date: CivilDate): readonly (readonly [fromAt: number, toAt: number])[] {
  if (calendar.holidays.includes(date)) return [];
  const instantAt = (minute: number): number => instantOf(date, minute, calendar.timeZone);
  return (calendar.hours[weekday(date)] ?? []).map(([from, to]) => [instantAt(from), instantAt(to)]);
}

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

/**
 * Open time from one instant until another, in ms; 0 when the second is not after the first. Counts up to 366 days
 * where `openMsBetween` stops after 14, and looks at no more of them than lie between the two.
 */
export const openMsUntil = (calendar: Calendar, fromAt: number, toAt: number): number =>
  openMsBetween(calendar, fromAt, toAt, Math.min(MOST_DAYS, Math.ceil((toAt - fromAt) / DAY_MS) + 1));
