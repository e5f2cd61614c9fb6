import Database from 'better-sqlite3';

/**
 * In what the store reads, a bound value stands as `+?`, never as a bare `?`. This SQLite is built with STAT4, and then
 * a column compared with a bare value (and a bare LIMIT) has the whole statement planned anew at each run, in case the
 * value would make another plan better: 38 µs instead of 1 for a counter's parked tokens. The plus changes no value.
 */
export type Db = Database.Database;

/** `MRKZ`: marks a SQLite file as a Markaz store. */
export const APPLICATION_ID = 0x4d524b5a;

/**
 * Opens a store for writing. Durable means on disk: better-sqlite3 falls back to synchronous=NORMAL in WAL mode
 * unless FULL is set after the journal mode, and NORMAL loses acknowledged commits when the power goes.
 * @throws when the file cannot be opened or made, or when FULL does not hold.
 */
export function openDatabase(file: string): Db {
  // better-sqlite3 13 is a Node-API 10 addon: an older Node dies on loading it instead of throwing.
  if (Number(process.versions.napi) < 10) throw new Error(`Node 22.14 or later is needed, this is ${process.version}.`);
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 2000');
  // What is deleted is written over: a citizen who was forgotten must not lie in a free page.
  db.pragma('secure_delete = ON');
  assertFull(db);
  return db;
}

/** @throws when the database would not wait for the disk at each commit (2 is FULL). */
export function assertFull(db: Db): void {
  const level = db.pragma('synchronous', { simple: true });
  if (level !== 2) throw new Error(`synchronous is ${String(level)}, not FULL: acknowledged tokens would not be safe.`);
}

/** Opens a store for reading only, as workers and checks do. */
export function openReadOnly(file: string): Db {
  return new Database(file, { readonly: true, fileMustExist: true });
}
