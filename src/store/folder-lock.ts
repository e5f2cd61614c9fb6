import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreRefusal } from './store-refusal.ts';

/**
 * Holds a data folder for one hub. The lock is the operating system's own, taken through an empty SQLite file,
 * so it ends with the process however that ends. Returns the function that lets go.
 * @throws StoreRefusal `inUse` when another hub holds it.
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'hub.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new StoreRefusal('inUse', { file: folder });
  }
  return () => lock.close();
}
