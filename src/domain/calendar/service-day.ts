import { addDays, type CivilDate, instantOf, localTime } from './civil-date.ts';

/** What the turn of the day needs to know of a centre. */
export interface DayRule {
  readonly timeZone: string;
  readonly dayStartMinute: number;
}

/** The service day that an instant falls in: the calendar day, but begun at the set hour instead of midnight. */
export function serviceDayOf(at: number, rule: DayRule): CivilDate {
  const { date, msOfDay } = localTime(at, rule.timeZone);
  return msOfDay < rule.dayStartMinute * 60_000 ? addDays(date, -1) : date;
}

/** The day that the hub goes on in: a clock that lies before the last day never turns it back. */
export function nextServiceDay(current: CivilDate, at: number, rule: DayRule): CivilDate {
  const byClock = serviceDayOf(at, rule);
  return byClock > current ? byClock : current;
}

/** The first instant of a service day, and the first one after it (epoch ms). */
export const dayBounds = (day: CivilDate, rule: DayRule): readonly [fromAt: number, toAt: number] => [
  instantOf(day, rule.dayStartMinute, rule.timeZone),
  instantOf(addDays(day, 1), rule.dayStartMinute, rule.timeZone),
];
