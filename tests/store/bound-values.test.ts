import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const STORE = resolve(import.meta.dirname, '../../src/store');
/** A comparison or a limit with a bare value. What a change or a deletion compares is a key, and is not planned anew. */
const BARE = /(?:[=<>]|\bIS|\bLIMIT|\bBETWEEN|\bAND) \?(?=[\s,`'")]|$)/;
const WRITES = /\b(?:UPDATE|DELETE|INSERT|SET|VALUES)\b/;

const isRead = (line: string): boolean => BARE.test(line) && !WRITES.test(line);

describe('what the store reads', () => {
  it('tells a bare bound value from one that is not', () => {
    expect(isRead("'SELECT hash FROM event WHERE seq = ?'")).toBe(true);
    expect(isRead('ORDER BY id DESC LIMIT ?`,')).toBe(true);
    expect(isRead("'SELECT hash FROM event WHERE seq = +?'")).toBe(false);
    expect(isRead("'DELETE FROM person WHERE id = ?'")).toBe(false);
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
