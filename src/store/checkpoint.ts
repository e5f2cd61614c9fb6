import type { Db } from './database.ts';

/** Pages of the write-ahead log after which it is written back: 16 MB. Commits meanwhile wait for the same disk, so it is seldom. */
const DUE_PAGES = 4_000;
/** The same where somebody else sees to it: 64 MB, should they not get to it. */
const SELDOM_PAGES = 16_000;
/** What SQLite does by itself. */
const OFTEN_PAGES = 1_000;

interface Checkpoint {
  readonly log: number;
  readonly checkpointed: number;
}

/** Writes back what the log holds, where that is much. Nobody who writes or reads waits for it. */
export function checkpointWhenDue(db: Db): void {
  const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = db.pragma('wal_checkpoint(NOOP)') as Checkpoint[];
  if (log - checkpointed >= DUE_PAGES) db.pragma('wal_checkpoint(PASSIVE)');
}

/** How far the log may grow before the connection that writes to it has to write it back itself, with two syncs. */
export const letLogGrow = (db: Db, isSeenTo: boolean): void =>
  void db.pragma(`wal_autocheckpoint = ${isSeenTo ? SELDOM_PAGES : OFTEN_PAGES}`);
