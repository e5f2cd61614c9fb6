import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readAnchor } from './anchor.ts';
import { APPLICATION_ID, type Db, openReadOnly } from './database.ts';
import { firstBadSeq } from './event-log.ts';
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
): Identity {
  db.prepare('INSERT INTO hub (id, hub_id, centre_id, created_at, is_clean_stop) VALUES (1, ?, ?, ?, 1)').run(
    newHubId,
    centreId,
    now,
  );
  return { hubId: newHubId, centreId, isCleanStop: true };
}

/** The application id in a SQLite header; undefined when the file has no such header. Touches nothing. */
function applicationIdOf(file: string): number | undefined {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  const length = readSync(handle, header, 0, 100, 0);
  closeSync(handle);
  if (length < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3') return undefined;
  return header.readUInt32BE(68);
}

function readIdentity(file: string): Identity | undefined {
  const db = openReadOnly(file);
  try {
    const isSmall = statSync(file).size <= CHECKED_WHOLE_BYTES;
    if (isSmall && db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new StoreRefusal('damagedStore', { file });
    }
    return db.prepare<[], Identity>(SELECT).get();
  } catch (error) {
    if (error instanceof StoreRefusal) throw error;
    throw new StoreRefusal('damagedStore', { file, reason: error instanceof Error ? error.message : 'unreadable' });
  } finally {
    db.close();
  }
}

/**
 * Refuses a file that is empty, foreign, damaged or another centre's, before anything is written to it.
 * @throws StoreRefusal
 */
export function checkIdentity(file: string, centreId: string): void {
  const applicationId = applicationIdOf(file);
  if (applicationId === undefined) {
    throw new StoreRefusal(statSync(file).size === 0 ? 'emptyStore' : 'damagedStore', { file });
  }
  if (applicationId !== APPLICATION_ID) throw new StoreRefusal('foreignStore', { file });
  const identity = readIdentity(file);
  if (!identity) throw new StoreRefusal('damagedStore', { file, reason: 'no hub row' });
  if (identity.centreId !== centreId) throw new StoreRefusal('otherCentre', { file, centre: identity.centreId });
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
