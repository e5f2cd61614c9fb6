import type { Counter } from '../domain/counter.ts';
import type { Token } from '../domain/token.ts';
import { selectList, upsertSql } from './columns.ts';
import type { Db } from './database.ts';

const FIELDS = [
  'id',
  'status',
  'operator',
  'tokenId',
  'isAutoCall',
  'statusAt',
  'lastEndedTokenId',
  'lastEndedAt',
  'lastEndedToken',
] as const satisfies readonly (keyof Counter)[];

type CounterRow = Omit<Counter, 'isAutoCall' | 'lastEndedToken'> & {
  readonly isAutoCall: 0 | 1;
  readonly lastEndedToken: string | null;
};

const fromRow = (row: CounterRow): Counter => ({
  ...row,
  isAutoCall: row.isAutoCall === 1,
  lastEndedToken: row.lastEndedToken === null ? null : (JSON.parse(row.lastEndedToken) as Token),
});

const toRow = (counter: Counter): CounterRow => ({
  ...counter,
  isAutoCall: counter.isAutoCall ? 1 : 0,
  lastEndedToken: counter.lastEndedToken === null ? null : JSON.stringify(counter.lastEndedToken),
});

/** The counters of a store, as they stand. */
export function counterStore(db: Db) {
  const byId = db.prepare<[number], CounterRow>(`SELECT ${selectList(FIELDS)} FROM counter WHERE id = +?`);
  const all = db.prepare<[], CounterRow>(`SELECT ${selectList(FIELDS)} FROM counter ORDER BY id`);
  const statuses = db.prepare<[], Pick<Counter, 'id' | 'status'>>('SELECT id, status FROM counter');
  const held = db.prepare<[], Pick<Counter, 'id' | 'status' | 'tokenId'>>(
    'SELECT id, status, token_id AS tokenId FROM counter',
  );
  const upsert = db.prepare(upsertSql('counter', FIELDS));
  return {
    get(id: number): Counter | undefined {
      const row = byId.get(id);
      return row && fromRow(row);
    },
    /** Status of every counter that was ever opened, by id. */
    statuses: (): ReadonlyMap<number, Counter['status']> => new Map(statuses.all().map((one) => [one.id, one.status])),
    /** Status and token of every counter that was ever opened: what boards look at, all the time. */
    held: () => new Map(held.all().map((one) => [one.id, one])),
    all: (): readonly Counter[] => all.all().map(fromRow),
    put: (counter: Counter) => void upsert.run(toRow(counter)),
  };
}
