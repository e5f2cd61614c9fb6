import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreRefusal } from '../store-refusal.ts';

function openLock(folder: string): Database.Database {
  try {
    return new Database(join(folder, 'hub.lock'), { timeout: 0 });
  } catch {
    throw new StoreRefusal('unwritable', { file: folder });
  }
}

/**
 * Holds a data folder for one hub. The lock is the operating system's own, taken through an empty SQLite file,
 * so it ends with the process however that ends. Returns the function that lets go.
 * @throws StoreRefusal `inUse` when another hub holds it, `unwritable` when no file can be made there.
 */
export function lockFolder(folder: string): () => void {
  const lock = openLock(folder);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new StoreRefusal('inUse', { file: folder });
  }
  return () => lock.close();
}
