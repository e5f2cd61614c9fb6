import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { columnOf, selectList } from '../columns.ts';
import { assertFull, type Db, openDatabase } from '../database.ts';
import type { SlipOutcome } from '../log/event.ts';
import { migrate } from '../migrate.ts';

/** A number that a kiosk gave on its own. `told`, `result` and `slip` are JSON texts. Times in epoch ms of the hub. */
export interface Given {
  readonly id: number;
  readonly leaseId: string;
  readonly turn: number;
  readonly mark: string;
  readonly serviceDay: string;
  readonly series: string;
  readonly number: number;
  readonly at: number;
  readonly contactAt: number;
  readonly contactQueueAt: number;
  /** The command in whose place it was given, and the one that tells the hub of it. */
  readonly commandId: string;
  readonly mergeId: string;
  /** What was wished, what its citizen was told, and what stands on the slip. */
  readonly told: string;
  readonly result: string;
  readonly slip: string;
  readonly state: 'given' | 'merged' | 'refused';
  readonly reply: string | null;
}

/** A slip or a copy of it. */
export interface Printed {
  readonly id: number;
  readonly givenId: number;
  readonly outcome: SlipOutcome;
  readonly at: number;
}

const FIELDS = [
  'id',
  'leaseId',
  'turn',
  'mark',
  'serviceDay',
  'series',
  'number',
  'at',
  'contactAt',
  'contactQueueAt',
  'commandId',
  'mergeId',
  'told',
  'result',
  'slip',
  'state',
  'reply',
] as const satisfies readonly (keyof Given)[];

/** A new row; its state and the hub's answer come by themselves. */
const NEW_FIELDS = FIELDS.filter((field) => !['id', 'state', 'reply'].includes(field));
const INSERT = `INSERT INTO given (${NEW_FIELDS.map(columnOf).join(', ')}, state)
  VALUES (${NEW_FIELDS.map((field) => `@${field}`).join(', ')}, 'given')`;

/** The statements of a journal, prepared once. */
function statementsOf(db: Db) {
  const all = `SELECT ${selectList(FIELDS)} FROM given`;
  const kept = db.prepare<[string], { value: string }>('SELECT value FROM kept WHERE name = +?');
  const keep = db.prepare<[string, string]>(
    'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const insert = db.prepare(INSERT);
  const byId = db.prepare<[number], Given>(`${all} WHERE id = +?`);
  const byCommand = db.prepare<[string], Given>(`${all} WHERE command_id = +?`);
  const usedTo = db.prepare<[string], { number: number | null }>(
    'SELECT max(number) AS number FROM given WHERE lease_id = +?',
  );
  const toMerge = db.prepare<[], Given>(`${all} WHERE state = 'given' ORDER BY id`);
  const settle = db.prepare<['merged' | 'refused', string, number]>(
    'UPDATE given SET state = ?, reply = ? WHERE id = ?',
  );
  const printed = db.prepare<[number], Printed>(
    'SELECT id, given_id AS givenId, outcome, at FROM printed WHERE given_id = +? ORDER BY id',
  );
  const addPrinted = db.prepare<[number, number]>(
    "INSERT INTO printed (given_id, outcome, at) VALUES (?, 'queued', ?)",
  );
  const setPrinted = db.prepare<[SlipOutcome, number, number]>('UPDATE printed SET outcome = ?, at = ? WHERE id = ?');
  const newest = db.prepare<[number], Given>(`${all} ORDER BY id DESC LIMIT +?`);
  const forget = db.prepare<[number]>("DELETE FROM given WHERE state = 'merged' AND at < ?");
  return {
    kept,
    keep,
    insert,
    byId,
    byCommand,
    usedTo,
    toMerge,
    settle,
    newest,
    forget,
    printed,
    addPrinted,
    setPrinted,
  };
}

export type KioskJournal = ReturnType<typeof openJournal>;

/**
 * The journal of a kiosk on its own disk, every entry there before anybody is told of it.
 * @throws StoreRefusal `newerStore`; the error of SQLite when it cannot be opened.
 */
export function openJournal(folder: string, migrations: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openDatabase(join(folder, 'journal.db'));
  migrate(db, join(migrations, 'kiosk'));
  const { kept, keep, insert, byId, byCommand, usedTo, toMerge, settle, newest, forget, ...slips } = statementsOf(db);
  const { printed, addPrinted, setPrinted } = slips;
  // Whether the last run's slip came out nobody can tell.
  db.prepare("UPDATE printed SET outcome = 'uncertain' WHERE outcome = 'queued'").run();
  assertFull(db);
  return {
    /** A value that was kept under that name, as JSON gives it; undefined when there is none. */
    kept<T>(name: string): T | undefined {
      const row = kept.get(name);
      return row && (JSON.parse(row.value) as T);
    },
    keep: (name: string, value: unknown) => void keep.run(name, JSON.stringify(value)),
    /** Writes down a number and its slip, which is to print, on disk when this returns. @throws when it was given before. */
    give(given: Omit<Given, 'id' | 'state' | 'reply'>): { readonly given: Given; readonly printedId: number } {
      return db
        .transaction(() => {
          const id = Number(insert.run(given).lastInsertRowid);
          const printedId = Number(addPrinted.run(id, given.at).lastInsertRowid);
          return { given: byId.get(id) as Given, printedId };
        })
        .immediate();
    },
    get: (id: number) => byId.get(id),
    byCommand: (commandId: string) => byCommand.get(commandId),
    /** The last number that was given by a lease; 0 for none. */
    usedTo: (leaseId: string): number => usedTo.get(leaseId)?.number ?? 0,
    /** What the hub has not been told of, in the order of giving. */
    toMerge: (): readonly Given[] => toMerge.all(),
    newest: (most: number): readonly Given[] => newest.all(most),
    /** The hub has answered: it took the number over, or said why not. */
    settle: (id: number, state: 'merged' | 'refused', reply: string) => void settle.run(state, reply, id),
    printedOf: (givenId: number): readonly Printed[] => printed.all(givenId),
    addPrinted: (givenId: number, at: number): number => Number(addPrinted.run(givenId, at).lastInsertRowid),
    setPrinted: (id: number, outcome: SlipOutcome, at: number) => void setPrinted.run(outcome, at, id),
    /** Lets go of what was merged and given before an instant. */
    forgetBefore: (at: number) => void forget.run(at),
    close: () => void db.close(),
  };
}
