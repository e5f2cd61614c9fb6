import type { Counter } from '../domain/counter.ts';
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
] as const satisfies readonly (keyof Counter)[];

type CounterRow = Omit<Counter, 'isAutoCall'> & { readonly isAutoCall: 0 | 1 };
const fromRow = (row: CounterRow): Counter => ({ ...row, isAutoCall: row.isAutoCall === 1 });

/** The counters of a store, as they stand. */
export function counterStore(db: Db) {
  const byId = db.prepare<[number], CounterRow>(`SELECT ${selectList(FIELDS)} FROM counter WHERE id = ?`);
  const all = db.prepare<[], CounterRow>(`SELECT ${selectList(FIELDS)} FROM counter ORDER BY id`);
  const upsert = db.prepare(upsertSql('counter', FIELDS));
  return {
    get(id: number): Counter | undefined {
      const row = byId.get(id);
      return row && fromRow(row);
    },
    all: (): readonly Counter[] => all.all().map(fromRow),
    put: (counter: Counter) => void upsert.run({ ...counter, isAutoCall: counter.isAutoCall ? 1 : 0 }),
  };
}
