import { addDays, instantOf, localTime, weekday } from './civil-date.ts';

/** A span of a day in minutes after local midnight, `[from, to)`. */
export type Span = readonly [from: number, to: number];

/** Opening spans of each day of the week, Monday first. */
export type WeeklyHours = readonly (readonly Span[])[];

/** What the questions about opening need to know of a centre. */
export interface Calendar {
  readonly timeZone: string;
  readonly hours: WeeklyHours;
  readonly holidays: readonly string[];
}

/** Hours that never close. */
export const ALWAYS_OPEN: WeeklyHours = Array.from({ length: 7 }, () => [[0, 1440]] as const);

/** Opening spans of one day in epoch ms. */
function spansOn(calendar: Calendar, date: string): [number, number][] {
  if (calendar.holidays.includes(date)) return [];
  const spans = calendar.hours[weekday(date)] ?? [];
  return spans.map(([from, to]) => [instantOf(date, from, calendar.timeZone), instantOf(date, to, calendar.timeZone)]);
}

/** Whether the doors open at all on that day. */
export const hasHoursOn = (calendar: Calendar, date: string): boolean => spansOn(calendar, date).length > 0;

/** Whether the doors are open at that instant. */
export function isOpenAt(calendar: Calendar, at: number): boolean {
  const { date } = localTime(at, calendar.timeZone);
  return spansOn(calendar, date).some(([from, to]) => from <= at && at < to);
}

/**
 * When the doors close for today (epoch ms): the end of the last span of that day; null when they are not open again
 * today after that instant, or never close.
 */
export function closingAt(calendar: Calendar, at: number): number | null {
  const { date } = localTime(at, calendar.timeZone);
  const closesAt = spansOn(calendar, date).at(-1)?.[1];
  return closesAt === undefined || closesAt <= at || isOpenAt(calendar, closesAt) ? null : closesAt;
}

/** When the doors open next after that instant (epoch ms), within 30 days; null beyond. */
export function nextOpeningAt(calendar: Calendar, at: number): number | null {
  const { date } = localTime(at, calendar.timeZone);
  for (let ahead = 0; ahead <= 30; ahead += 1) {
    const next = spansOn(calendar, addDays(date, ahead)).find(([from]) => from > at);
    if (next) return next[0];
  }
  return null;
}

/** Open time between two instants, in ms; 0 when the second is not after the first. Looks at most at `mostDays` days. */
export function openMsBetween(calendar: Calendar, fromAt: number, toAt: number, mostDays = 14): number {
  const { date } = localTime(fromAt, calendar.timeZone);
  let open = 0;
  for (let ahead = 0; ahead <= mostDays; ahead += 1) {
    for (const [from, to] of spansOn(calendar, addDays(date, ahead))) {
      open += Math.max(0, Math.min(to, toAt) - Math.max(from, fromAt));
    }
  }
  return open;
}
