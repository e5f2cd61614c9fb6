import type { Broken, Change, Fields, Read } from './evidence.ts';

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Lists that a table holds as JSON; all others with commas between. */
const AS_JSON: ReadonlySet<string> = new Set(['steps', 'planned']);

/** A value as SQLite holds it. */
function cellOf(field: string, value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) && !AS_JSON.has(field) ? value.join(',') : JSON.stringify(value);
}

/** A table that the log makes: what an event changes of it in a service day, and what its rows are known by. */
interface Made {
  readonly table: string;
  readonly key: readonly string[];
  readonly of: (change: Change, day: string) => readonly Fields[];
}

const MADE: readonly Made[] = [
  { table: 'token', key: ['id'], of: ({ tokens = [] }) => tokens },
  { table: 'counter', key: ['id'], of: ({ counters = [] }) => counters },
  { table: 'appointment', key: ['id'], of: ({ appointments = [] }) => appointments },
  { table: 'application', key: ['id'], of: ({ applications = [] }) => applications },
  { table: 'slip', key: ['id'], of: ({ slip }) => (slip ? [slip] : []) },
  { table: 'lease', key: ['id'], of: ({ lease }) => (lease ? [{ ...lease }] : []) },
  {
    table: 'alias',
    key: ['serviceDay', 'series', 'number'],
    of: ({ alias }) => (alias ? [{ ...alias }] : []),
  },
  {
    table: 'series',
    key: ['serviceDay', 'name'],
    of: ({ series }, serviceDay) => (series ? [{ serviceDay, ...series }] : []),
  },
];

/** What patches in order make of the rows of a table. */
function replay({ changes }: Read, { key, of }: Made): ReadonlyMap<string, Fields> {
  const made = new Map<string, Fields>();
  let day = '';
  for (const change of changes) {
    day = change.hall?.serviceDay ?? day;
    for (const patch of of(change, day)) {
      const id = key.map((field) => patch[field]).join();
      made.set(id, { ...made.get(id), ...patch });
    }
  }
  return made;
}

function differences(read: Read, how: Made): readonly Broken[] {
  const { table, key } = how;
  const [made, rows] = [replay(read, how), read.rows(table)];
  const broken: Broken[] = [];
  if (made.size !== rows.length) {
    broken.push({ invariant: 'I7', what: `${table} has ${rows.length} rows, its log makes ${made.size}` });
  }
  for (const row of rows) {
    const id = key.map((field) => row[columnOf(field)]).join();
    const fields = Object.entries(made.get(id) ?? {});
    const wrong = fields.find(([field, value]) => {
      const column = columnOf(field);
      return column in row && row[column] !== cellOf(field, value);
    });
    if (wrong) broken.push({ invariant: 'I7', what: `${table} ${id} has another ${wrong[0]} than its log` });
  }
  return broken;
}

const LINE = ['service_id', 'stage_id', 'target_ms', 'bound_counter_id'];
const lineOf = (row: Fields): string => JSON.stringify(LINE.map((column) => row[column] ?? 0));

/** The counts of the lines beside those who wait in them. */
function linesThatDiffer({ rows }: Read): readonly Broken[] {
  const waiting = Map.groupBy(
    rows('token').filter(({ state }) => state === 'waiting'),
    lineOf,
  );
  const counts = new Map(rows('line').map((row) => [lineOf(row), Number(row['waiting'])]));
  return [...new Set([...waiting.keys(), ...counts.keys()])]
    .filter((line) => (waiting.get(line)?.length ?? 0) !== (counts.get(line) ?? 0))
    .map((line) => ({ invariant: 'I7', what: `${counts.get(line) ?? 0} are counted in line ${line}` }));
}

/** I7: the tables are what the log makes, by a replay of this checker's own. */
export const tablesThatDiffer = (read: Read): readonly Broken[] => [
  ...MADE.flatMap((how) => differences(read, how)),
  ...linesThatDiffer(read),
];
