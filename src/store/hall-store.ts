import type { Centre } from '../domain/centre.ts';
import type { Db } from './database.ts';
import type { HallChange } from './log/event.ts';

/** The hall: the centre as it is set up, and the service day that it is in. */
export interface HallRow {
  readonly centre: Centre;
  readonly serviceDay: string;
  /** Of the centre file that was read last; null in a store from before there were marks. */
  readonly fileMark: string | null;
}

/** The hall as a whole: the centre that it is set up as, and the service day that it is in. */
export function hallStore(db: Db) {
  const read = db.prepare<[], Omit<HallRow, 'centre'> & { readonly centre: string }>(
    'SELECT centre, service_day AS serviceDay, file_mark AS fileMark FROM hall WHERE id = 1',
  );
  const write = db.prepare<[string, string, string | null]>(
    `INSERT INTO hall (id, centre, service_day, file_mark) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       centre = excluded.centre, service_day = excluded.service_day, file_mark = excluded.file_mark`,
  );
  let known: HallRow | undefined;
  const get = (): typeof known => {
    const row = known ? undefined : read.get();
    if (row) known = { ...row, centre: JSON.parse(row.centre) as Centre };
    return known;
  };
  return {
    get,
    /** What was read is read anew: a transaction has been undone. */
    forget() {
      known = undefined;
    },
    put(change: HallChange) {
      const before = get();
      const centre = change.centre ?? before?.centre;
      const serviceDay = change.serviceDay ?? before?.serviceDay;
      if (!centre || serviceDay === undefined) throw new Error('A hall begins with its centre and its service day.');
      const fileMark = change.fileMark ?? before?.fileMark ?? null;
      write.run(JSON.stringify(centre), serviceDay, fileMark);
      known = { centre, serviceDay, fileMark };
    },
  };
}
