import { selectList, upsertSql } from './columns.ts';
import type { Db } from './database.ts';
import type { StaffCard } from './log/event.ts';

const FIELDS = [
  'id',
  'staffId',
  'name',
  'cardMac',
  'addedAt',
  'removedAt',
] as const satisfies readonly (keyof StaffCard)[];

/** The staff's cards of a store. */
export function staffCardStore(db: Db) {
  const columns = selectList(FIELDS);
  const upsert = db.prepare(upsertSql('staff_card', FIELDS));
  const byId = db.prepare<[number], StaffCard>(`SELECT ${columns} FROM staff_card WHERE id = +?`);
  const inUse = db.prepare<[], StaffCard>(
    `SELECT ${columns} FROM staff_card WHERE removed_at IS NULL ORDER BY name, id`,
  );
  const byMac = db.prepare<[string], StaffCard>(
    `SELECT ${columns} FROM staff_card WHERE card_mac = +? AND removed_at IS NULL`,
  );
  const ofStaff = db.prepare<[number], StaffCard>(
    `SELECT ${columns} FROM staff_card WHERE staff_id = +? AND removed_at IS NULL`,
  );
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM staff_card');
  return {
    get: (id: number) => byId.get(id),
    /** The card of that keyed hash, if it is in use. */
    byMac: (cardMac: string) => byMac.get(cardMac),
    ofStaff: (staffId: number): readonly StaffCard[] => ofStaff.all(staffId),
    inUse: (): readonly StaffCard[] => inUse.all(),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (card: StaffCard) => void upsert.run(card),
  };
}
