import type { Db } from '../database.ts';
import type { Restored } from '../log/event.ts';

/** A restore of this store: the event that tells of it, and when (epoch ms). */
export interface RestoreRow extends Restored {
  readonly seq: number;
  readonly at: number;
}

/** The times that a store was put back from a snapshot. */
export function restoredStore(db: Db) {
  const add = db.prepare(
    `INSERT INTO restored (seq, at, until_day, mark, token_floor, application_floor)
     VALUES (@seq, @at, @untilDay, @mark, @tokenFloor, @applicationFloor)`,
  );
  const fields = `seq, at, until_day AS untilDay, mark, token_floor AS tokenFloor, application_floor AS applicationFloor`;
  const all = db.prepare<[], RestoreRow>(`SELECT ${fields} FROM restored ORDER BY seq`);
  const markOn = db.prepare<[string], { mark: string }>(
    'SELECT mark FROM restored WHERE until_day >= +? ORDER BY seq DESC LIMIT 1',
  );
  return {
    add: (row: RestoreRow) => void add.run(row),
    all: (): readonly RestoreRow[] => all.all(),
    /** The letter that every series carries on that service day; empty when none does. */
    markOn: (serviceDay: string): string => markOn.get(serviceDay)?.mark ?? '',
  };
}
