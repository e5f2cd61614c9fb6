import type { Centre } from '../domain/centre.ts';
import type { Db } from './database.ts';

/** The hall as a whole: the centre that it is set up as, and the service day that it is in. */
export function hallStore(db: Db) {
  const read = db.prepare<[], { centre: string; serviceDay: string }>(
    'SELECT centre, service_day AS serviceDay FROM hall WHERE id = 1',
  );
  const write = db.prepare<[string, string]>(
    `INSERT INTO hall (id, centre, service_day) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET centre = excluded.centre, service_day = excluded.service_day`,
  );
  let known: { readonly centre: Centre; readonly serviceDay: string } | undefined;
  const get = (): typeof known => {
    const row = known ? undefined : read.get();
    if (row) known = { centre: JSON.parse(row.centre) as Centre, serviceDay: row.serviceDay };
    return known;
  };
  return {
    get,
    /** What was read is read anew: a transaction has been undone. */
    forget() {
      known = undefined;
    },
    put(change: { readonly centre?: Centre; readonly serviceDay?: string }) {
      const before = get();
      const centre = change.centre ?? before?.centre;
      const serviceDay = change.serviceDay ?? before?.serviceDay;
      if (!centre || serviceDay === undefined) throw new Error('A hall begins with its centre and its service day.');
      write.run(JSON.stringify(centre), serviceDay);
      known = { centre, serviceDay };
    },
  };
}
