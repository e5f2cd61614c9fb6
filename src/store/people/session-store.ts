import type { Db } from '../database.ts';

/** Somebody signed in at a screen. `keyHash` is the hash (hex) of a key that only that screen has; times in epoch ms. */
export interface Session {
  readonly keyHash: string;
  readonly staffId: number;
  readonly device: string;
  readonly screen: 'operator' | 'manager';
  readonly beganAt: number;
  readonly usedAt: number;
}

/** Who is signed in where. It is no part of the log. */
export function sessionStore(db: Db) {
  const columns = `key_hash AS keyHash, staff_id AS staffId, device, screen, began_at AS beganAt, used_at AS usedAt`;
  const get = db.prepare<[string], Session>(`SELECT ${columns} FROM session WHERE key_hash = +?`);
  const put = db.prepare(
    `INSERT INTO session (key_hash, staff_id, device, screen, began_at, used_at)
     VALUES (@keyHash, @staffId, @device, @screen, @beganAt, @usedAt)`,
  );
  const use = db.prepare<[number, string]>('UPDATE session SET used_at = ? WHERE key_hash = ?');
  const end = db.prepare<[string]>('DELETE FROM session WHERE key_hash = ?');
  const endOf = db.prepare<[number]>('DELETE FROM session WHERE staff_id = ?');
  const endBefore = db.prepare<[number]>('DELETE FROM session WHERE used_at < ?');
  const newest = db.prepare<[], { staffId: number; usedAt: number }>(
    'SELECT staff_id AS staffId, max(used_at) AS usedAt FROM session GROUP BY staff_id',
  );
  return {
    /** When each of the staff was last seen, by id. */
    newest: (): ReadonlyMap<number, number> => new Map(newest.all().map((one) => [one.staffId, one.usedAt])),
    get: (keyHash: string) => get.get(keyHash),
    put: (session: Session) => void put.run(session),
    use: (keyHash: string, at: number) => void use.run(at, keyHash),
    end: (keyHash: string) => void end.run(keyHash),
    /** Signs one of the staff out everywhere. */
    endOf: (staffId: number) => void endOf.run(staffId),
    endBefore: (at: number) => void endBefore.run(at),
  };
}
