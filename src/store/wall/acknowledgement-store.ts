import type { Acknowledgement } from '../../domain/alarms/alarm.ts';
import type { Db } from '../database.ts';

/** The alarms of a store that somebody has seen. */
export function acknowledgementStore(db: Db) {
  const all = db.prepare<[], Acknowledgement>('SELECT key, level, by, at FROM acknowledgement ORDER BY key');
  const put = db.prepare<Acknowledgement>(
    `INSERT INTO acknowledgement (key, level, by, at) VALUES (@key, @level, @by, @at)
     ON CONFLICT (key) DO UPDATE SET level = excluded.level, by = excluded.by, at = excluded.at`,
  );
  const remove = db.prepare<[string]>('DELETE FROM acknowledgement WHERE key = ?');
  return {
    all: (): readonly Acknowledgement[] => all.all(),
    put: (one: Acknowledgement) => void put.run(one),
    remove: (key: string) => void remove.run(key),
  };
}
