import type { Broken, Fields, Read } from './evidence.ts';

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A value as SQLite holds it. */
function cellOf(field: string, value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) && field !== 'steps' ? value.join(',') : JSON.stringify(value);
}

/** What patches in order make of the rows of a table. */
function replay(read: Read, list: 'tokens' | 'counters' | 'appointments'): ReadonlyMap<unknown, Fields> {
  const made = new Map<unknown, Fields>();
  for (const change of read.changes) {
    for (const patch of change[list] ?? []) made.set(patch['id'], { ...made.get(patch['id']), ...patch });
  }
  return made;
}

function differences(table: string, made: ReadonlyMap<unknown, Fields>, rows: readonly Fields[]): readonly Broken[] {
  const broken: Broken[] = [];
  if (made.size !== rows.length) {
    broken.push({ invariant: 'I7', what: `${table} has ${rows.length} rows, its log makes ${made.size}` });
  }
  for (const row of rows) {
    const fields = Object.entries(made.get(row['id']) ?? {});
    const wrong = fields.find(([field, value]) => {
      const column = columnOf(field);
      return column in row && row[column] !== cellOf(field, value);
    });
    if (wrong)
      broken.push({ invariant: 'I7', what: `${table} ${String(row['id'])} has another ${wrong[0]} than its log` });
  }
  return broken;
}

/** I7: the tables are what the log makes, by a replay of this checker's own. */
export function tablesThatDiffer(read: Read): readonly Broken[] {
  return (['tokens', 'counters', 'appointments'] as const).flatMap((list) => {
    const table = list.slice(0, -1);
    return differences(table, replay(read, list), read.rows(table));
  });
}
