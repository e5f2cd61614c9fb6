import { applyEvent } from './apply-event.ts';
import { type Db, openDatabase } from '../database.ts';
import { readEvents } from './event-log.ts';
import { migrate } from '../migrate.ts';
import { tablesOf } from '../tables.ts';

/** The tables that the event log alone gives. */
export const REBUILT_TABLES = [
  'hall',
  'token',
  'line',
  'series',
  'issued',
  'counter',
  'call',
  'slip',
  'application',
  'appointment',
  'alias',
  'device',
  'lease',
  'staff',
  'staff_card',
  'feedback',
  'acknowledgement',
  'api_key',
  'webhook',
  'restored',
  'in_service',
] as const;

/** A line that ran empty may have kept its row of 0, or lost it in a migration: both say the same. */
const rowsOf = (db: Db, table: string): unknown[] =>
  db.prepare(`SELECT * FROM ${table} ${table === 'line' ? 'WHERE waiting > 0' : ''}`).all();

/** A table differs when any row or value does. */
function differs(a: Db, b: Db, table: string): boolean {
  return JSON.stringify(rowsOf(a, table)) !== JSON.stringify(rowsOf(b, table));
}

/**
 * Plays the whole log of a store into an empty one in memory and names the tables that came out different:
 * an empty list means that the state is what the log says.
 */
export function tablesThatDiffer(db: Db, migrationsFolder: string): readonly string[] {
  const fresh = openDatabase(':memory:');
  try {
    migrate(fresh, migrationsFolder);
    const tables = tablesOf(fresh);
    fresh.transaction(() => {
      for (const event of readEvents(db)) applyEvent(tables, event);
    })();
    return REBUILT_TABLES.filter((table) => differs(db, fresh, table));
  } finally {
    fresh.close();
  }
}
