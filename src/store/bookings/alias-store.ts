import type { Db } from '../database.ts';

/** A second label that leads to a token. */
export interface Alias {
  readonly serviceDay: string;
  readonly series: string;
  readonly number: number;
  readonly tokenId: number;
}

/** The second labels of a store. */
export function aliasStore(db: Db) {
  const find = db.prepare<[string, string, number], { tokenId: number }>(
    'SELECT token_id AS tokenId FROM alias WHERE service_day = +? AND series = +? AND number = +?',
  );
  const add = db.prepare<[string, string, number, number]>(
    'INSERT INTO alias (service_day, series, number, token_id) VALUES (?, ?, ?, ?)',
  );
  return {
    /** The id of the token that a label of a day leads to, if it is a second one. */
    tokenOf: (serviceDay: string, series: string, number: number) => find.get(serviceDay, series, number)?.tokenId,
    add: ({ serviceDay, series, number, tokenId }: Alias) => void add.run(serviceDay, series, number, tokenId),
  };
}
