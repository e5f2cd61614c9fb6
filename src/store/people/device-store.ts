import type { Device } from '../../domain/people/device.ts';
import { selectList, upsertSql } from '../columns.ts';
import type { Db } from '../database.ts';

const FIELDS = [
  'id',
  'name',
  'kind',
  'place',
  'certHash',
  'pairedAt',
  'revokedAt',
] as const satisfies readonly (keyof Device)[];

/** The paired machines of a store. */
export function deviceStore(db: Db) {
  const columns = selectList(FIELDS);
  const byId = db.prepare<[number], Device>(`SELECT ${columns} FROM device WHERE id = +?`);
  const byCert = db.prepare<[string], Device>(
    `SELECT ${columns} FROM device WHERE cert_hash = +? AND revoked_at IS NULL`,
  );
  const revoked = db.prepare<[string], { id: number }>(
    'SELECT id FROM device WHERE cert_hash = +? AND revoked_at IS NOT NULL',
  );
  const inUse = db.prepare<[], Device>(`SELECT ${columns} FROM device WHERE revoked_at IS NULL ORDER BY id`);
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM device');
  const upsert = db.prepare(upsertSql('device', FIELDS));
  return {
    get: (id: number) => byId.get(id),
    /** The device of that certificate, unless it was revoked. */
    byCert: (certHash: string) => byCert.get(certHash),
    wasRevoked: (certHash: string): boolean => revoked.get(certHash) !== undefined,
    inUse: (): readonly Device[] => inUse.all(),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (device: Device) => void upsert.run(device),
  };
}
