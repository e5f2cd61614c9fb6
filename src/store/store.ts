import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dropAnchor, readAnchor } from './log/anchor.ts';
import { applyEvent } from './log/apply-event.ts';
import { letLogGrow } from './checkpoint.ts';
import { assertFull, type Db, openDatabase } from './database.ts';
import { eventLog, firstBadSeq } from './log/event-log.ts';
import { logReads } from './log/log-reads.ts';
import type { LoggedEvent, NewEvent, Origin } from './log/event.ts';
import { checkIdentity, checkTail, type Identity, makeIdentity } from './identity.ts';
import { makeKey, readKey } from './files/key-file.ts';
import { lockFolder } from './files/folder-lock.ts';
import { migrate } from './migrate.ts';
import { copyReads, copyWrites } from './standby/log-copy.ts';
import { sealOfEpoch } from './standby/seal-of-epoch.ts';
import { StoreRefusal } from './store-refusal.ts';
import { tablesOf } from './tables.ts';

export type Store = ReturnType<typeof openStore>;

export interface StoreOptions {
  /** The data folder; made when missing. */
  readonly folder: string;
  readonly migrations: string;
  /** Id of the centre that the store is for: a new store takes it, an old one must have it; null: the old one's own. */
  readonly centreId: string | null;
  /** Id of a new hub, and when it is made (epoch ms). */
  readonly newHubId: string;
  readonly now: number;
}

/** Makes a folder and those above it, one by one: Node's own recursive way never returns within /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function prepareFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new StoreRefusal('unwritable', { file: folder });
  }
}

/** Makes a whole store under another name first: a power cut in the middle leaves no half store behind. */
function makeFile(file: string, options: StoreOptions & { readonly centreId: string }): void {
  for (const tail of ['', '-wal', '-shm']) rmSync(`${file}.new${tail}`, { force: true });
  const db = openDatabase(`${file}.new`);
  migrate(db, options.migrations);
  makeIdentity(db, options);
  db.close();
  renameSync(`${file}.new`, file);
}

/** A store that knows citizens already cannot do with another key: nobody would be found again. */
function personKeyOf(db: Db, folder: string): Buffer {
  const knowsSomebody = db.prepare('SELECT 1 FROM person LIMIT 1').get() !== undefined;
  return knowsSomebody ? readKey(folder, 'person') : makeKey(folder, 'person');
}

/** PINs that were hashed with another pepper would all be wrong. */
function pepperOf(db: Db, folder: string): Buffer {
  const hasPins = db.prepare('SELECT 1 FROM staff_secret LIMIT 1').get() !== undefined;
  return hasPins ? readKey(folder, 'pepper') : makeKey(folder, 'pepper');
}

interface Opened {
  readonly db: Db;
  readonly key: Buffer;
  readonly personKey: Buffer;
  readonly pepper: Buffer;
  readonly identity: Identity;
}

function openFile(options: StoreOptions): Opened {
  const file = join(options.folder, 'markaz.db');
  const isNew = !existsSync(file);
  if (isNew && readAnchor(options.folder)) throw new StoreRefusal('emptyStore', { file });
  const { centreId } = options;
  if (isNew && centreId === null) throw new StoreRefusal('emptyStore', { file });
  if (!isNew) checkIdentity(file, centreId);
  const key = isNew ? makeKey(options.folder, 'chain') : readKey(options.folder, 'chain');
  if (isNew && centreId !== null) makeFile(file, { ...options, centreId });
  const db = openDatabase(file);
  migrate(db, options.migrations);
  const { folder } = options;
  const keys = { key, personKey: personKeyOf(db, folder), pepper: pepperOf(db, folder) };
  return { db, ...keys, identity: checkTail(db, key, folder) };
}

/** Opens the file for this process alone. */
function openLocked(options: StoreOptions): Opened & { readonly unlock: () => void } {
  prepareFolder(options.folder);
  const unlock = lockFolder(options.folder);
  try {
    return { ...openFile(options), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens the hub's store, or makes it when the folder holds none.
 * @throws StoreRefusal when it is damaged, foreign, newer, in use or cannot be written; nothing is changed then.
 */
export function openStore(options: StoreOptions) {
  const { db, key, personKey, pepper, identity, unlock } = openLocked(options);
  const tables = tablesOf(db);
  const log = eventLog(db, identity.centreId, key);
  // Made once: to make one for each piece of work costs as much as a statement.
  const inTransaction = db.transaction((work: () => unknown) => work());
  const setCleanStop = db.prepare<[number]>('UPDATE hub SET is_clean_stop = ? WHERE id = 1');
  setCleanStop.run(0);
  assertFull(db);
  return {
    ...tables,
    hubId: identity.hubId,
    wasCleanStop: identity.isCleanStop,
    file: db.name,
    /** Keys what is known of citizens; it lies outside the database. */
    personKey,
    /** Goes into the hashes of PINs; it lies outside the database. */
    pepper,
    sealOfEpoch: (epoch: number) => sealOfEpoch(key, identity.hubId, epoch),
    head: log.head,
    ...logReads(db),
    ...copyReads(db),
    ...copyWrites(db, tables, log.appendCopied),
    /** Logs an event and writes what it changes, inside the caller's transaction. */
    append(event: NewEvent, origin: Origin): LoggedEvent {
      const logged = log.append(event, origin);
      applyEvent(tables, logged);
      return logged;
    },
    /** Runs `work` in one transaction, on disk when this returns. Nothing of it stays when it throws. */
    transact<T>(work: () => T): T {
      try {
        return inTransaction.immediate(work) as T;
      } catch (error) {
        log.reread();
        tables.hall.forget();
        tables.inService.forget();
        throw error;
      }
    },
    /** Runs reads in one transaction: they see one state, and the file's lock is taken once. */
    readTogether: <T>(work: () => T): T => inTransaction.deferred(work) as T,
    isInTransaction: () => db.inTransaction,
    dropAnchor: () => dropAnchor(options.folder, log.head()),
    letLogGrow: (isSeenTo: boolean) => letLogGrow(db, isSeenTo),
    firstBadSeq: (from?: number) => firstBadSeq(db, key, from),
    close() {
      setCleanStop.run(1);
      dropAnchor(options.folder, log.head());
      db.close();
      unlock();
    },
  };
}
