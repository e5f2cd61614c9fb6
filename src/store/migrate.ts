import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { APPLICATION_ID, type Db } from './database.ts';
import { StoreRefusal } from './store-refusal.ts';

/** The migrations of a folder, in order. File names begin with their number: `0001-initial.sql`. */
function migrationsIn(folder: string): { readonly version: number; readonly file: string }[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({ version: Number(name.slice(0, 4)), file: join(folder, name) }));
}

/** Keeps a whole copy of the store beside it before its shape changes. */
function keepSnapshot(db: Db, version: number): void {
  const folder = join(dirname(db.name), 'snapshots');
  mkdirSync(folder, { recursive: true });
  db.prepare('VACUUM INTO ?').run(join(folder, `before-${version}-${process.hrtime.bigint()}.db`));
}

/**
 * Brings a store to the newest schema, each step in one transaction together with its version.
 * @throws StoreRefusal `newerStore` when the store was written by a newer Markaz.
 */
export function migrate(db: Db, folder: string): void {
  const all = migrationsIn(folder);
  const at = Number(db.pragma('user_version', { simple: true }));
  const newest = all.at(-1)?.version ?? 0;
  if (at > newest) throw new StoreRefusal('newerStore', { file: db.name, version: at, newest });
  const due = all.filter((one) => one.version > at);
  if (at > 0 && due.length > 0) keepSnapshot(db, at);
  for (const { version, file } of due) {
    db.transaction(() => {
      db.exec(readFileSync(file, 'utf8'));
      db.pragma(`user_version = ${version}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    })();
  }
}
