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

/** When the doors are open on a date, in order (epoch ms); empty on a holiday. */
export function openSpansOn(calendar: Calendar, date: string): readonly (readonly [fromAt: number, toAt: number])[] {
  if (calendar.holidays.includes(date)) return [];
  const spans = calendar.hours[weekday(date)] ?? [];
  return spans.map(([from, to]) => [instantOf(date, from, calendar.timeZone), instantOf(date, to, calendar.timeZone)]);
}

/** Whether the doors open at all on that day. */
export const hasHoursOn = (calendar: Calendar, date: string): boolean => openSpansOn(calendar, date).length > 0;

/** Whether the doors are open at that instant. */
export function isOpenAt(calendar: Calendar, at: number): boolean {
  const { date } = localTime(at, calendar.timeZone);
  return openSpansOn(calendar, date).some(([from, to]) => from <= at && at < to);
}

/**
 * When the doors close for today (epoch ms): the end of the last span of that day; null when they are not open again
 * today after that instant, or never close.
 */
export function closingAt(calendar: Calendar, at: number): number | null {
  const { date } = localTime(at, calendar.timeZone);
  const closesAt = openSpansOn(calendar, date).at(-1)?.[1];
  return closesAt === undefined || closesAt <= at || isOpenAt(calendar, closesAt) ? null : closesAt;
}

/** When the doors open next after that instant (epoch ms), within 30 days; null beyond. */
export function nextOpeningAt(calendar: Calendar, at: number): number | null {
  const { date } = localTime(at, calendar.timeZone);
  for (let ahead = 0; ahead <= 30; ahead += 1) {
    const next = openSpansOn(calendar, addDays(date, ahead)).find(([from]) => from > at);
    if (next) return next[0];
  }
  return null;
}

const DAY_MS = 86_400_000;

/** Open time between two instants, in ms; 0 when the second is not after the first. Looks at most at `mostDays` days. */
export function openMsBetween(calendar: Calendar, fromAt: number, toAt: number, mostDays = 14): number {
  const { date } = localTime(fromAt, calendar.timeZone);
  let open = 0;
  const days = Math.min(mostDays, Math.ceil((toAt - fromAt) / DAY_MS) + 1);
  for (let ahead = 0; ahead <= days; ahead += 1) {
    for (const [from, to] of openSpansOn(calendar, addDays(date, ahead))) {
      open += Math.max(0, Math.min(to, toAt) - Math.max(from, fromAt));
    }
  }
  return open;
}
