import { addDays, instantOf, localTime } from '../../domain/calendar/civil-date.ts';
import { plainDigits } from '../../domain/person/cnic.ts';

/** Minutes after midnight of a time as people type it: `9:40`, `09.40`, `0940`, also in Urdu digits. */
export function readMinutes(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(plainDigits(text).trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return Number(hour) * 60 + Number(minute);
}

/** When it was last that time in the zone: after midnight an evening's time is yesterday's. */
export function lastTimeAt(minutes: number, now: number, timeZone: string): number {
  const { date } = localTime(now, timeZone);
  const today = instantOf(date, minutes, timeZone);
  return today > now ? instantOf(addDays(date, -1), minutes, timeZone) : today;
}
