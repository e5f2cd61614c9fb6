import type { Staff } from '../../domain/people/role.ts';
import { selectList, upsertSql } from '../columns.ts';
import type { Db } from '../database.ts';

const FIELDS = ['id', 'name', 'role', 'addedAt', 'removedAt', 'lockedAt'] as const satisfies readonly (keyof Staff)[];

/** The staff of a store. */
export function staffStore(db: Db) {
  const columns = selectList(FIELDS);
  const byId = db.prepare<[number], Staff>(`SELECT ${columns} FROM staff WHERE id = +?`);
  const inUse = db.prepare<[], Staff>(`SELECT ${columns} FROM staff WHERE removed_at IS NULL ORDER BY name, id`);
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM staff');
  const upsert = db.prepare(upsertSql('staff', FIELDS));
  return {
    get: (id: number) => byId.get(id),
    /** Those who have not been removed, by name. */
    inUse: (): readonly Staff[] => inUse.all(),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (staff: Staff) => void upsert.run(staff),
  };
}
