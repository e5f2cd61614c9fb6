import type { Db } from '../database.ts';

/** A row of a page that was walked over, and whether it is kept no longer. */
export interface PageRow {
  readonly id: string;
  readonly isOld: 0 | 1;
}

/** From when on a citizen is still kept: a visit from that service day on, or a slot from that instant (epoch ms) on. */
export interface KeptFrom {
  readonly day: string;
  readonly at: number;
}

/** What is held of a citizen beside their name and hashes. */
export interface HeldOf {
  readonly tokens: readonly {
    readonly series: string;
    readonly number: number;
    readonly serviceDay: string;
    readonly serviceId: string;
    readonly state: string;
  }[];
  readonly bookings: readonly {
    readonly sourceId: string;
    readonly slotAt: number;
    readonly serviceId: string;
    readonly status: string;
  }[];
  readonly applications: readonly {
    readonly trackingNumber: string;
    readonly serviceId: string;
    readonly state: string;
    readonly filedAt: number;
  }[];
}

const OLD_PEOPLE = `SELECT id,
  NOT EXISTS (SELECT 1 FROM token WHERE person_id = page.id AND service_day >= +@day)
  AND NOT EXISTS (SELECT 1 FROM appointment WHERE person_id = page.id AND slot_at >= +@at)
  AND NOT EXISTS (SELECT 1 FROM application WHERE person_id = page.id AND state = 'open') AS isOld
  FROM (SELECT id FROM person WHERE id > +@after ORDER BY id LIMIT +@most) AS page`;

/** The statements that let go of what is kept no longer, page by page, so that none of them takes long. */
function letGo(db: Db) {
  const people = db.prepare<KeptFrom & { after: string; most: number }, PageRow>(OLD_PEOPLE);
  const commands = db.prepare<{ before: number; after: string; most: number }, PageRow>(
    `SELECT id, answered_at < +@before AS isOld FROM command WHERE id > +@after ORDER BY id LIMIT +@most`,
  );
  const dropCommand = db.prepare<[string]>('DELETE FROM command WHERE id = ?');
  const dropFaults = db.prepare<[number]>('DELETE FROM feed_fault WHERE at < ?');
  return {
    /** The citizens behind `after` in the order of their ids, at most so many. */
    people: (from: KeptFrom, after: string, most: number) => people.all({ ...from, after, most }),
    /** The answered commands behind `after` in the order of their ids, at most so many. */
    commands: (before: number, after: string, most: number) => commands.all({ before, after, most }),
    dropCommand: (id: string) => void dropCommand.run(id),
    /** Deletes the faults of feeds before an instant; how many those were. */
    dropFaults: (before: number): number => dropFaults.run(before).changes,
  };
}

/** What is kept of citizens, and what is let go of. */
export function keepingStore(db: Db) {
  const tokens = db.prepare<[string, number], HeldOf['tokens'][number]>(
    `SELECT series, number, service_day AS serviceDay, service_id AS serviceId, state FROM token
     WHERE person_id = +? ORDER BY service_day DESC, id DESC LIMIT +?`,
  );
  const bookings = db.prepare<[string, number], HeldOf['bookings'][number]>(
    `SELECT source_id AS sourceId, slot_at AS slotAt, service_id AS serviceId, status FROM appointment
     WHERE person_id = +? ORDER BY slot_at DESC LIMIT +?`,
  );
  const applications = db.prepare<[string, number], HeldOf['applications'][number]>(
    `SELECT tracking_number AS trackingNumber, service_id AS serviceId, state, filed_at AS filedAt FROM application
     WHERE person_id = +? ORDER BY id DESC LIMIT +?`,
  );
  const counts = db.prepare<[string], { state: string; count: number }>(
    'SELECT state, count(*) AS count FROM token WHERE service_day = +? GROUP BY state',
  );
  const filed = db.prepare<[number, number], { count: number }>(
    'SELECT count(*) AS count FROM application WHERE filed_at >= +? AND filed_at < +?',
  );
  return {
    ...letGo(db),
    /** What is held of a citizen by their random id, newest first, at most so many of each. */
    heldOf: (personId: string, most: number): HeldOf => ({
      tokens: tokens.all(personId, most),
      bookings: bookings.all(personId, most),
      applications: applications.all(personId, most),
    }),
    /** How many tokens of a service day are in each state. */
    statesOf: (serviceDay: string): Readonly<Record<string, number>> =>
      Object.fromEntries(counts.all(serviceDay).map(({ state, count }) => [state, count])),
    /** How many applications were filed in `[fromAt, toAt)` (epoch ms). */
    filedIn: (fromAt: number, toAt: number): number => filed.get(fromAt, toAt)?.count ?? 0,
  };
}
