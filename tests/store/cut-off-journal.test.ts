import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { testFolder } from '../support/folder.ts';
import { issueTokens, openSmall } from '../support/stores.ts';

const numbersIn = ({ tokens }: Store): readonly number[] => tokens.inState('waiting').map(({ number }) => number);

it('opens a store that was cut off before it had its write-ahead log, as a copy that was put back just now', () => {
  const folder = testFolder();
  const store = openSmall(folder);
  issueTokens(store, 3);
  expect(numbersIn(store)).toEqual([1, 2, 3]);
  store.close();
  const db = new Database(join(folder, 'markaz.db'));
  db.pragma('journal_mode = DELETE');
  // So much that the first of it is written before it is committed.
  db.pragma('cache_size = 2');
  db.exec(`BEGIN IMMEDIATE; UPDATE token SET number = number + 100; CREATE TABLE much (text TEXT);
    INSERT INTO much WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT hex(i) FROM n`);
  // What a power cut in the middle of it leaves.
  const left = testFolder();
  cpSync(folder, left, { recursive: true });
  db.exec('ROLLBACK');
  db.close();
  const again = openSmall(left);
  expect(numbersIn(again)).toEqual([1, 2, 3]);
  again.close();
});
