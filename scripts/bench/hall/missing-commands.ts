import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How many of these commands, which were acknowledged, the store of a hub at work does not hold. */
export function missingCommands(data: string, ids: readonly string[]): number {
  const db = new Database(join(data, 'markaz.db'), { readonly: true });
  const find = db.prepare<[string], { readonly id: string }>('SELECT id FROM command WHERE id = +?');
  const missing = ids.filter((id) => find.get(id) === undefined);
  db.close();
  return missing.length;
}
