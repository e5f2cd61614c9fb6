import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { localTime } from '../../domain/calendar/civil-date.ts';

type Slot = AnswerOf<'slots'>['slots'][number];

/** What is booked and what fits in one hour of a service, and the quarter-hours of it that hold too many. */
export interface HourCell {
  readonly booked: number;
  readonly capacity: number;
  readonly overbooked: readonly Slot[];
}

export interface HourTable {
  readonly hours: readonly number[];
  /** Service → hour → its cell. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<number, HourCell>>;
  readonly total: HourCell;
}

const EMPTY: HourCell = { booked: 0, capacity: 0, overbooked: [] };

const withSlot = (cell: HourCell, slot: Slot): HourCell => ({
  booked: cell.booked + slot.booked,
  capacity: cell.capacity + slot.capacity,
  overbooked: slot.booked > slot.capacity ? [...cell.overbooked, slot] : cell.overbooked,
});

/** The quarter-hours of a day gathered by service and hour of the centre's zone. */
export function hourTable(slots: readonly Slot[], timeZone: string): HourTable {
  const rows = new Map<string, Map<number, HourCell>>();
  const hours = new Set<number>();
  let total = EMPTY;
  for (const slot of slots) {
    const hour = Math.floor(localTime(slot.slotAt, timeZone).msOfDay / 3_600_000);
    const row = rows.get(slot.serviceId) ?? new Map<number, HourCell>();
    rows.set(slot.serviceId, row.set(hour, withSlot(row.get(hour) ?? EMPTY, slot)));
    hours.add(hour);
    total = withSlot(total, slot);
  }
  return { hours: [...hours].toSorted((a, b) => a - b), rows, total };
}
