import type { Lease } from '../../domain/alone/lease.ts';
import { selectList, upsertSql } from '../columns.ts';
import type { Db } from '../database.ts';

const FIELDS = [
  'id',
  'deviceId',
  'kioskId',
  'serviceDay',
  'firstNumber',
  'lastNumber',
  'turn',
  'shownTurn',
  'mark',
  'grantedAt',
  'untilAt',
] as const satisfies readonly (keyof Lease)[];

/** The numbers that kiosks may give on their own. */
export function leaseStore(db: Db) {
  const columns = selectList(FIELDS);
  const byId = db.prepare<[string], Lease>(`SELECT ${columns} FROM lease WHERE id = +?`);
  const ofDevice = db.prepare<[number], Lease>(
    `SELECT ${columns} FROM lease WHERE device_id = +? ORDER BY rowid DESC LIMIT 1`,
  );
  const lastOf = db.prepare<[string, number], { number: number | null }>(
    'SELECT max(last_number) AS number FROM lease WHERE service_day = +? AND kiosk_id = +?',
  );
  const upsert = db.prepare(upsertSql('lease', FIELDS));
  return {
    get: (id: string) => byId.get(id),
    /** The lease that a machine was given last. */
    ofDevice: (deviceId: number) => ofDevice.get(deviceId),
    /** The last number that any lease of a kiosk holds on a service day; 0 where none does. */
    lastNumber: (serviceDay: string, kioskId: number): number => lastOf.get(serviceDay, kioskId)?.number ?? 0,
    put: (lease: Lease) => void upsert.run(lease),
  };
}
