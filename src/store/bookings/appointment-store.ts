import type { Appointment } from '../../domain/appointments/appointment.ts';
import { plainCode } from '../../domain/appointments/booking-code.ts';
import { joinIds, selectList, splitIds, upsertSql } from '../columns.ts';
import type { Db } from '../database.ts';

const FIELDS = [
  'id',
  'sourceId',
  'revision',
  'status',
  'serviceId',
  'slotAt',
  'language',
  'needs',
  'personId',
  'tokenId',
] as const satisfies readonly (keyof Appointment)[];

type Row = Omit<Appointment, 'needs'> & { readonly needs: string };
const fromRow = (row: Row): Appointment => ({ ...row, needs: splitIds(row.needs) });

/** Bookings of one service in one quarter-hour. */
export interface BookedSlot {
  readonly serviceId: string;
  readonly slotAt: number;
  readonly booked: number;
}

/** The appointments of a store. Times in epoch ms. */
export function appointmentStore(db: Db) {
  const all = `SELECT ${selectList(FIELDS)} FROM appointment`;
  const byId = db.prepare<[number], Row>(`${all} WHERE id = +?`);
  const bySource = db.prepare<[string], Row>(`${all} WHERE source_id = +?`);
  const byPlainCode = db.prepare<[string], Row>(`${all} WHERE replace(source_id, '-', '') = +? LIMIT 2`);
  const ofPerson = db.prepare<[string, number, number], Row>(
    `${all} WHERE person_id = +? AND slot_at >= +? AND slot_at < +? ORDER BY slot_at, id`,
  );
  const expected = db.prepare<[number, number], Row>(
    `${all} WHERE status = 'booked' AND token_id IS NULL AND slot_at >= +? AND slot_at < +? ORDER BY slot_at, id`,
  );
  const between = db.prepare<[number, number], Row>(`${all} WHERE slot_at >= +? AND slot_at < +? ORDER BY slot_at, id`);
  const slots = db.prepare<[number, number], BookedSlot>(
    `SELECT service_id AS serviceId, slot_at AS slotAt, count(*) AS booked FROM appointment
     WHERE status = 'booked' AND slot_at >= +? AND slot_at < +? GROUP BY slot_at, service_id`,
  );
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM appointment');
  const upsert = db.prepare(upsertSql('appointment', FIELDS));
  const one = (row: Row | undefined): Appointment | undefined => row && fromRow(row);
  return {
    get: (id: number) => one(byId.get(id)),
    bySource: (sourceId: string) => one(bySource.get(sourceId)),
    /** The booking that is meant by a typed code: exactly that one, else the only one that differs in hyphens alone. */
    byCode(code: string): Appointment | undefined {
      const exact = bySource.get(code);
      const [only, other] = exact ? [exact] : byPlainCode.all(plainCode(code));
      return other ? undefined : one(only);
    },
    /** A citizen's appointments with slots in `[fromAt, toAt)`, by slot. */
    ofPerson: (personId: string, fromAt: number, toAt: number): readonly Appointment[] =>
      ofPerson.all(personId, fromAt, toAt).map(fromRow),
    /** Booked ones in `[fromAt, toAt)` that have not checked in, by slot. */
    expected: (fromAt: number, toAt: number): readonly Appointment[] => expected.all(fromAt, toAt).map(fromRow),
    /** How many are booked in each quarter-hour of `[fromAt, toAt)`. */
    slots: (fromAt: number, toAt: number): readonly BookedSlot[] => slots.all(fromAt, toAt),
    /** All with slots in `[fromAt, toAt)`, booked or cancelled. */
    between: (fromAt: number, toAt: number): readonly Appointment[] => between.all(fromAt, toAt).map(fromRow),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (appointment: Appointment) => void upsert.run({ ...appointment, needs: joinIds(appointment.needs) }),
  };
}
