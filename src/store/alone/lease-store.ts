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
  const inOther = db.prepare<[string, number, string, string, number]>(
    `SELECT 1 FROM lease WHERE service_day = +? AND kiosk_id = +? AND mark = +? AND id <> +?
     AND +? BETWEEN first_number AND last_number`,
  );
  const lastGrant = db.prepare<[string, number], { at: number | null }>(
    'SELECT max(granted_at) AS at FROM lease WHERE service_day = +? AND kiosk_id = +?',
  );
  const upsert = db.prepare(upsertSql('lease', FIELDS));
  return {
    get: (id: string) => byId.get(id),
    /** The lease that a machine was given last. */
    ofDevice: (deviceId: number) => ofDevice.get(deviceId),
    /** The last number that any lease of a kiosk holds on a service day; 0 where none does. */
    lastNumber: (serviceDay: string, kioskId: number): number => lastOf.get(serviceDay, kioskId)?.number ?? 0,
    /** Whether another lease than that one holds a number of a kiosk under the same letter. */
    isInOther: ({ id, serviceDay, mark }: Pick<Lease, 'id' | 'serviceDay' | 'mark'>, kioskId: number, number: number) =>
      inOther.get(serviceDay, kioskId, mark, id, number) !== undefined,
    /** When a kiosk was last given a lease on a service day (epoch ms); undefined where it was not. */
    lastGrantedAt: (serviceDay: string, kioskId: number): number | undefined =>
      lastGrant.get(serviceDay, kioskId)?.at ?? undefined,
    put: (lease: Lease) => void upsert.run(lease),
  };
}
