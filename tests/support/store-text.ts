import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { MIGRATIONS } from './folder.ts';

/** Everything that stands in the store of a hub, as text. */
export function storeText({ storeFile }: { readonly storeFile: string }): string {
  const db = openReadOnly(storeFile);
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all());
  db.close();
  return JSON.stringify(rows);
}

/** The tables of its store that are not what its log says. */
export function differs({ storeFile }: { readonly storeFile: string }): readonly string[] {
  const db = openReadOnly(storeFile);
  const tables = tablesThatDiffer(db, MIGRATIONS);
  db.close();
  return tables;
}
