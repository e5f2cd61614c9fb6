import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { snapshotFolder } from './snapshot-files.ts';

/** Deletes from one snapshot everybody whom the store knows no more; how many those were. */
function scrubOne(file: string, storeFile: string): number {
  const db = new Database(file, { fileMustExist: true, timeout: 2_000 });
  try {
    db.pragma('secure_delete = ON');
    db.prepare('ATTACH ? AS store').run(storeFile);
    return db.prepare('DELETE FROM main.person WHERE id NOT IN (SELECT id FROM store.person)').run().changes;
  } finally {
    db.close();
  }
}

const hasPeople = (file: string): boolean => {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'person'").get() !== undefined;
  } finally {
    db.close();
  }
};

const MOST_TRIES = 50;
const AGAIN_MS = 100;

/** Empties the write-ahead log, in which pages of before a deletion still lie. Waits for readers, and never lets the hub wait. */
function emptyWal(storeFile: string): void {
  const db = new Database(storeFile, { fileMustExist: true, timeout: 0 });
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
      if (done.busy === 0) return;
      Atomics.wait(sleeper, 0, 0, AGAIN_MS);
    }
    console.error('The write-ahead log could not be emptied: what was forgotten goes with the next hours.');
  } finally {
    db.close();
  }
}

/**
 * Whom the store has forgotten, its snapshots forget too. The log in them is untouched, since it names nobody. A snapshot
 * that cannot be opened is passed over. Gives how many people were deleted. For a worker.
 */
export function scrubSnapshots(storeFile: string): number {
  emptyWal(storeFile);
  const folder = snapshotFolder(dirname(storeFile));
  if (!existsSync(folder)) return 0;
  let forgotten = 0;
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.db'))) {
    try {
      if (hasPeople(join(folder, name))) forgotten += scrubOne(join(folder, name), storeFile);
    } catch (error) {
      console.error(`The snapshot ${name} could not be cleaned of people who were forgotten:`, error);
    }
  }
  return forgotten;
}
