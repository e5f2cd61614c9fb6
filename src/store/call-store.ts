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
    'SELECT seq, token_id AS tokenId, counter_id AS counterId, at FROM call ORDER BY seq DESC LIMIT +?',
  );
  // Calls are in the order of their time but where a clock was set back: no index of the time is kept for so few.
  const since = db.prepare<[number, number], Call>(
    `SELECT * FROM (SELECT seq, token_id AS tokenId, counter_id AS counterId, at FROM call ORDER BY seq DESC LIMIT +?)
      WHERE at >= +? ORDER BY seq DESC`,
  );
  const drop = db.prepare<[number]>('DELETE FROM call WHERE seq < ?');
  const oldest = db.prepare<[number, number], { seq: number }>(
    'SELECT seq FROM (SELECT seq, at FROM call ORDER BY seq LIMIT +?) WHERE at < +? ORDER BY seq',
  );
  return {
    /** Those of the oldest calls, at most so many, that were made before an instant. */
    oldest: (before: number, most: number): readonly number[] => oldest.all(most, before).map(({ seq }) => seq),
    dropBefore: (seq: number) => void drop.run(seq),
    add: ({ seq, tokenId, counterId, at }: Call) => void insert.run(seq, tokenId, counterId, at),
    /** The newest calls, newest first. */
    last: (most: number): readonly Call[] => last.all(most),
    /** Those of the newest calls, at most so many, that were made at an instant or later, newest first. */
    since: (at: number, most: number): readonly Call[] => since.all(most, at),
  };
}
