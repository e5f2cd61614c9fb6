/** SQL name of a field: `waitingSince` is `waiting_since`. */
export const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The list of a SELECT that gives rows with the fields' own names. */
export const selectList = (fields: readonly string[]): string =>
  fields.map((field) => `${columnOf(field)} AS ${field}`).join(', ');

/** An INSERT that updates the row with the same id instead when there is one. Values are bound by field name. */
export function upsertSql(table: string, fields: readonly string[]): string {
  const columns = fields.map(columnOf);
  const changes = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${fields.map((field) => `@${field}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`;
}

/** The last id of a table that was ever given, also by a store that has been put back since: see `restored`. */
export const lastIdSql = (table: string, floor: string): string =>
  `SELECT max(coalesce((SELECT max(id) FROM ${table}), 0), coalesce((SELECT max(${floor}) FROM restored), 0)) AS id`;

/** A list of ids as one text, and back. */
export const joinIds = (ids: readonly string[]): string => ids.join(',');
export const splitIds = (text: string): readonly string[] => (text === '' ? [] : text.split(','));
