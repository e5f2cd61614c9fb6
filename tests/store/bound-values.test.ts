import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { tokenStore } from '../../src/store/token-store.ts';
import { MIGRATIONS, testFolder } from '../support/folder.ts';

const STORE = resolve(import.meta.dirname, '../../src/store');
/** A comparison or a limit with a bare value. What a change or a deletion compares is a key, and is not planned anew. */
const BARE =
  /(?:[=<>(,]\s*|\b(?:IS|NOT|LIMIT|OFFSET|BETWEEN|AND|OR|LIKE|GLOB|IN|WHEN|THEN|ELSE)\s+)(?:\?\d*|[@:]\w+)(?=[\s,`'")]|$)/;
const WRITES = /\b(?:UPDATE|DELETE|INSERT|SET|VALUES)\b/;

const isRead = (line: string): boolean => BARE.test(line) && !WRITES.test(line);

describe('what the store reads', () => {
  it('tells a bare bound value from one that is not', () => {
    expect(isRead("'SELECT hash FROM event WHERE seq = ?'")).toBe(true);
    expect(isRead('ORDER BY id DESC LIMIT ?`,')).toBe(true);
    expect(isRead("WHERE label LIKE ? AND day=?'")).toBe(true);
    expect(isRead('WHERE day = @day`')).toBe(true);
    expect(isRead('WHERE seq IN (?, ?)`')).toBe(true);
    expect(isRead("'SELECT hash FROM event WHERE seq = +?'")).toBe(false);
    expect(isRead("'DELETE FROM person WHERE id = ?'")).toBe(false);
  });

  it('finds the tokens of a state by its index, as the manager’s screen asks at each push', () => {
    const folder = testFolder();
    const store = openStore({ folder, migrations: MIGRATIONS, centreId: 'small', newHubId: 'hub', now: 0 });
    const all: string[] = [];
    const { prepare } = Database.prototype;
    store.close();
    const db = openReadOnly(store.file);
    db.prepare = ((sql: string) => {
      all.push(sql);
      return prepare.call(db, sql);
    }) as typeof db.prepare;
    tokenStore(db);
    const carried = all.filter((sql) => sql.includes("state = 'carriedOver' ORDER BY id"));
    expect(carried).toHaveLength(1);
    const explained = prepare.call(db, `EXPLAIN QUERY PLAN ${carried[0]}`) as Database.Statement<
      [],
      { detail: string }
    >;
    const plan = explained.all();
    expect(plan.map(({ detail }) => detail)).toEqual(['SCAN token USING INDEX token_carried']);
    db.close();
  });

  it('plans no statement anew at each run: its bound values stand as +?', () => {
    const files = readdirSync(STORE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(20);
    const bare = files.flatMap((file) =>
      readFileSync(join(STORE, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (isRead(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
    );
    expect(bare).toEqual([]);
  });
});
