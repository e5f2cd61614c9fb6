import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { readAnchor } from './log/anchor.ts';
import { APPLICATION_ID, type Db, openReadOnly } from './database.ts';
import { firstBadSeq } from './log/event-log.ts';
import { StoreRefusal } from './store-refusal.ts';

/** The row that says whose store this is. */
export interface Identity {
  readonly hubId: string;
  readonly centreId: string;
  readonly isCleanStop: boolean;
}

/** Events at the end of the log that are checked at every start. */
const TAIL = 500;

/** Every page of a store up to this size is looked at before it opens; a larger one is checked by the worker. */
const CHECKED_WHOLE_BYTES = 256 * 1024 * 1024;

const SELECT = 'SELECT hub_id AS hubId, centre_id AS centreId, is_clean_stop = 1 AS isCleanStop FROM hub WHERE id = 1';

/** Writes the identity of a new store. */
export function makeIdentity(
  db: Db,
  { newHubId, centreId, now }: { readonly newHubId: string; readonly centreId: string; readonly now: number },
): void {
  db.prepare('INSERT INTO hub (id, hub_id, centre_id, created_at, is_clean_stop) VALUES (1, ?, ?, ?, 1)').run(
    newHubId,
    centreId,
    now,
  );
}

/** Where SQLite's file format has the application id. */
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;

/** How a file begins. Touches nothing. */
function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  const length = readSync(handle, header, 0, HEADER_BYTES, 0);
  closeSync(handle);
  return header.subarray(0, length);
}

const isSqlite = (header: Buffer): boolean =>
  header.length === HEADER_BYTES && header.toString('latin1', 0, 15) === 'SQLite format 3';

/**
 * A copy that was put back has no write-ahead log yet. Where it was cut off in getting one there is a rollback journal,
 * which nobody who only reads can play back.
 */
function playBack(file: string, header: Buffer): void {
  if (!existsSync(`${file}-journal`) || header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) return;
  const db = new Database(file, { fileMustExist: true });
  db.pragma('schema_version');
  db.close();
}

/** Reads through SQLite, since after an unclean stop the newest pages, the first one too, may lie in the WAL alone. */
function readIdentity(file: string): Identity {
  const db = openReadOnly(file);
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new StoreRefusal('foreignStore', { file });
    const isSmall = statSync(file).size <= CHECKED_WHOLE_BYTES;
    if (isSmall && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new StoreRefusal('damagedStore', { file });
    const identity = db.prepare<[], Identity>(SELECT).get();
    if (!identity) throw new StoreRefusal('damagedStore', { file, reason: 'no hub row' });
    return identity;
  } catch (error) {
    if (error instanceof StoreRefusal) throw error;
    throw new StoreRefusal('damagedStore', { file, reason: error instanceof Error ? error.message : 'unreadable' });
  } finally {
    db.close();
  }
}

/**
 * Refuses a file that is empty, foreign, damaged or another centre's (null: whatever centre it is of), before anything is
 * written to it.
 * @throws StoreRefusal
 */
export function checkIdentity(file: string, centreId: string | null): void {
  if (statSync(file).size === 0) throw new StoreRefusal('emptyStore', { file });
  const header = headerOf(file);
  if (!isSqlite(header)) throw new StoreRefusal('damagedStore', { file });
  playBack(file, header);
  const identity = readIdentity(file);
  if (centreId !== null && identity.centreId !== centreId)
    throw new StoreRefusal('otherCentre', { file, centre: identity.centreId });
}

/**
 * Checks the end of the log, and that it holds at least what was anchored.
 * @throws StoreRefusal `emptyStore` when events are gone, `damagedStore` when the chain is broken.
 */
export function checkTail(db: Db, key: Buffer, folder: string): Identity {
  const last = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM event').get()?.seq ?? 0;
  const anchor = readAnchor(folder);
  if (anchor && last < anchor.seq) {
    db.close();
    throw new StoreRefusal('emptyStore', { file: db.name, events: last, anchored: anchor.seq });
  }
  const bad = firstBadSeq(db, key, Math.max(1, last - TAIL));
  const row = db.prepare<[], Omit<Identity, 'isCleanStop'> & { isCleanStop: 0 | 1 }>(SELECT).get();
  if (bad !== undefined || !row) {
    db.close();
    throw new StoreRefusal('damagedStore', { file: db.name, event: bad ?? 0 });
  }
  return { ...row, isCleanStop: row.isCleanStop === 1 };
}
