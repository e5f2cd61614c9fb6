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

const two = (value: number): string => String(value).padStart(2, '0');

/** The day so many days after 1970-01-01: the inverse of `epochDay`, from the same source. */
function dateOf(days: number): CivilDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
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

/** The offset of a zone changes at a full quarter of an hour, if at all. */
const QUARTER_MS = 900_000;
/** So many quarters of an hour are kept; a year has 35,040. */
const KEPT_OFFSETS = 50_000;
const offsets = new Map<string, Map<number, number>>();

/** Offset of the zone from UTC at an instant, in ms; asking the formatter takes a hundred times as long as this. */
function offsetAt(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER_MS);
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, ofZone);
  const known = ofZone.get(quarter);
  if (known !== undefined) return known;
  const offset = formattedOffset(quarter * QUARTER_MS, timeZone);
  if (ofZone.size >= KEPT_OFFSETS) ofZone.clear();
  ofZone.set(quarter, offset);
  return offset;
}

/** What the formatter of a zone says of an instant of whole seconds. */
function formattedOffset(at: number, timeZone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) part[type] = value;
  const seconds = Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second']);
  return epochDay(`${part['year']}-${part['month']}-${part['day']}`) * DAY_MS + seconds * 1000 - at;
}

/** Calendar day and ms since local midnight at an instant (epoch ms) in an IANA time zone. */
export function localTime(at: number, timeZone: string): { readonly date: CivilDate; readonly msOfDay: number } {
  const local = at + offsetAt(at, timeZone);
  const day = Math.floor(local / DAY_MS);
  return { date: dateOf(day), msOfDay: local - day * DAY_MS };
}

/** Epoch ms of a local wall time, given as day and minutes after midnight. */
export function instantOf(date: CivilDate, minute: number, timeZone: string): number {
  const asUtc = epochDay(date) * DAY_MS + minute * 60_000;
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

/** The day `count` days after (or before) that day. */
export function addDays(date: CivilDate, count: number): CivilDate {
  return dateOf(epochDay(date) + count);
}
