import type { DayStart } from '../../domain/what-if/day-event.ts';
import { openDatabase } from '../database.ts';
import { applyEvent } from '../log/apply-event.ts';
import type { LoggedEvent, Payload } from '../log/event.ts';
import { migrate } from '../migrate.ts';
import { tablesOf } from '../tables.ts';

/** What boards and walls show hangs on these alone; the rest of an event is of papers, people and devices. */
const shown = ({ tokens, counters, hall, announceAt, alarm }: Payload): Payload => ({
  ...(tokens ? { tokens } : {}),
  ...(counters ? { counters } : {}),
  ...(hall ? { hall } : {}),
  ...(announceAt === undefined ? {} : { announceAt }),
  ...(alarm ? { alarm } : {}),
});

/**
 * A store in memory that begins as a service day began and takes in its events, as the hub's own store did. It holds the
 * hall alone: no slips, applications, appointments or people.
 */
export function scratchStore({ centre, day, tokens, counters }: DayStart, migrations: string) {
  const db = openDatabase(':memory:');
  // Rows point to what is not here.
  db.pragma('foreign_keys = OFF');
  migrate(db, migrations);
  const tables = tablesOf(db);
  tables.hall.put({ centre, serviceDay: day });
  for (const token of tokens) tables.tokens.put(token, undefined);
  for (const counter of counters) tables.counters.put(counter);
  return {
    ...tables,
    /** Takes in events, in their order. */
    apply(events: readonly LoggedEvent[]): void {
      db.transaction(() => {
        for (const event of events) applyEvent(tables, { ...event, payload: shown(event.payload) });
      })();
    },
    close: () => void db.close(),
  };
}
