/** A day of the calendar as `YYYY-MM-DD`. */
export type CivilDate = string;

const DAY_MS = 86_400_000;

/** Days from 1970-01-01 to that day. After Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function epochDay(date: CivilDate): number {
  const [y = 0, month = 0, day = 0] = date.split('-').map(Number);
  const year = month <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Day of the week, 0 for Monday to 6 for Sunday. */
export const weekday = (date: CivilDate): number => (((epochDay(date) + 3) % 7) + 7) % 7;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** Calendar day and ms since local midnight at an instant (epoch ms) in an IANA time zone. */
export function localTime(at: number, timeZone: string): { readonly date: CivilDate; readonly msOfDay: number } {
  const part: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) part[type] = value;
  const seconds = Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second']);
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    msOfDay: seconds * 1000 + (((at % 1000) + 1000) % 1000),
  };
}

/** Offset of the zone from UTC at an instant, in ms. */
function offsetAt(at: number, timeZone: string): number {
  const { date, msOfDay } = localTime(at, timeZone);
  return epochDay(date) * DAY_MS + msOfDay - at;
}

/** Epoch ms of a local wall time, given as day and minutes after midnight. */
export function instantOf(date: CivilDate, minute: number, timeZone: string): number {
  const asUtc = epochDay(date) * DAY_MS + minute * 60_000;
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

/** The day `count` days after (or before) that day. */
export function addDays(date: CivilDate, count: number): CivilDate {
  return localTime((epochDay(date) + count) * DAY_MS, 'UTC').date;
}
