import type { Db } from './database.ts';

/** One calling-out of a token, as boards announce it. */
export interface Call {
  readonly seq: number;
  readonly tokenId: number;
  readonly counterId: number;
  readonly at: number;
}

/** The calls of a store, in order. */
export function callStore(db: Db) {
  const insert = db.prepare<[number, number, number, number]>(
    'INSERT INTO call (seq, token_id, counter_id, at) VALUES (?, ?, ?, ?)',
  );
  const last = db.prepare<[number], Call>(
    'SELECT seq, token_id AS tokenId, counter_id AS counterId, at FROM call ORDER BY seq DESC LIMIT ?',
  );
  return {
    add: ({ seq, tokenId, counterId, at }: Call) => void insert.run(seq, tokenId, counterId, at),
    /** The newest calls, newest first. */
    last: (most: number): readonly Call[] => last.all(most),
  };
}
