import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreRefusal } from '../../store/store-refusal.ts';

/**
 * Finds out whether the data folder can be made before anybody types a whole centre in; leaves nothing behind.
 * @throws StoreRefusal
 */
export function assertWritable(folder: string): void {
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  try {
    rmdirSync(mkdtempSync(join(there, '.markaz-')));
  } catch {
    throw new StoreRefusal('unwritable', { file: folder });
  }
}
