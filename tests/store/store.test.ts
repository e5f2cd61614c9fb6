import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { StoreRefusal } from '../../src/store/store-refusal.ts';
import { SMALL_CENTRE } from '../support/centre.ts';
import { MIGRATIONS, testFolder } from '../support/folder.ts';
import { tokenWith } from '../support/rows.ts';

const ORIGIN = { actor: 'test', device: 'test', commandId: null, at: 1, queueAt: 1 };
const open = (folder: string, change: object = {}): Store =>
  openStore({ folder, migrations: MIGRATIONS, centreId: 'small', newHubId: 'hub', now: 0, ...change });

/** A store with a hall and as many tokens, closed again. */
function filledFolder(tokens = 3): string {
  const folder = testFolder();
  const store = open(folder);
  store.transact(() => {
    store.append(
      { kind: 'setUp', tokenId: null, payload: { hall: { centre: SMALL_CENTRE, serviceDay: '2026-11-23' } } },
      ORIGIN,
    );
    for (let id = 1; id <= tokens; id += 1) {
      store.append({ kind: 'issue', tokenId: id, payload: { tokens: [tokenWith({ id, number: id })] } }, ORIGIN);
    }
  });
  store.close();
  return folder;
}

/** Code of the refusal to open a store; `opened` when there is none, and what is wrong when the file was touched. */
function refusalOf(folder: string, change: object = {}): string {
  const before = readFileSync(join(folder, 'markaz.db'));
  try {
    open(folder, change).close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    const isSame = readFileSync(join(folder, 'markaz.db')).equals(before);
    return isSame && error.message.includes('Nothing was changed') ? error.code : `changed: ${error.message}`;
  }
}

describe('the store', () => {
  it('waits for the disk at every commit, also after the first write and a reopening', () => {
    const file = join(testFolder(), 'a.db');
    for (const round of [1, 2]) {
      const db = openDatabase(file);
      db.exec(`CREATE TABLE t${round} (x)`);
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      db.close();
    }
  });

  it('keeps what was written, and knows a clean stop', () => {
    const folder = filledFolder();
    const store = open(folder);
    expect(store.wasCleanStop).toBe(true);
    expect(store.head().seq).toBe(4);
    expect(store.tokens.get(2)).toEqual(tokenWith({ id: 2, number: 2 }));
    expect(store.firstBadSeq()).toBeUndefined();
    store.close();
  });

  it('leaves nothing of a transaction that throws, and goes on numbering where it was', () => {
    const store = open(filledFolder());
    const failing = () =>
      store.transact(() => {
        store.append({ kind: 'issue', tokenId: 9, payload: { tokens: [tokenWith({ id: 9, number: 9 })] } }, ORIGIN);
        throw new Error('power');
      });
    expect(failing).toThrow('power');
    expect(store.tokens.get(9)).toBeUndefined();
    expect(store.head().seq).toBe(4);
    store.close();
  });

  it('seals each event over the one before, and seals what SQLite gives back', () => {
    const headOf = (actor: string): string => {
      const folder = testFolder();
      mkdirSync(join(folder, 'keys'));
      writeFileSync(join(folder, 'keys/chain.key'), '11'.repeat(32));
      const store = open(folder);
      store.transact(() => {
        store.append({ kind: 'note', tokenId: null, payload: {} }, { ...ORIGIN, actor });
        store.append({ kind: 'note', tokenId: null, payload: {} }, ORIGIN);
      });
      expect(store.firstBadSeq()).toBeUndefined();
      const { hash } = store.head();
      store.close();
      return hash;
    };
    expect(headOf('Ali')).not.toBe(headOf('Zara'));
    expect(headOf('K\ud800')).toBe(headOf('K\ufffd'));
  });

  it('begins again where the very first start was cut off', () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys/chain.key'), '');
    writeFileSync(join(folder, 'markaz.db.new'), 'half a store');
    const store = open(folder);
    expect(store.head().seq).toBe(0);
    store.close();
  });

  it('holds no label twice among the living, and no second open token at a counter', () => {
    const store = open(filledFolder());
    const put = (change: object) => () =>
      store.transact(() => store.tokens.put(tokenWith({ id: 9, number: 9, ...change }), undefined));
    expect(put({ number: 1 })).toThrow('UNIQUE');
    expect(put({ number: 1, serviceDay: '2026-11-24' })).toThrow('UNIQUE');
    put({ id: 10, number: 10, state: 'called', counterId: 1 })();
    expect(put({ state: 'serving', counterId: 1 })).toThrow('UNIQUE');
    store.close();
  });

  it('finds the head of a line by the index on the waiting alone', () => {
    const folder = filledFolder();
    const db = openDatabase(join(folder, 'markaz.db'));
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT id FROM token INDEXED BY token_waiting WHERE state = 'waiting' AND service_id = 'x'
         AND stage_id = 'y' AND target_ms = 1 AND bound_counter_id IS NULL ORDER BY waiting_since, id LIMIT 1`,
      )
      .all() as { detail: string }[];
    db.close();
    expect(plan.map((row) => row.detail)).toEqual([expect.stringMatching(/USING (COVERING )?INDEX token_waiting/)]);
  });
});

describe('a store that is not right', () => {
  it('is refused when it has no bytes, and when its file is gone but its anchor is not', () => {
    const folder = filledFolder();
    truncateSync(join(folder, 'markaz.db'), 0);
    expect(refusalOf(folder)).toBe('emptyStore');
    rmSync(join(folder, 'markaz.db'));
    expect(() => open(folder)).toThrow('emptyStore');
  });

  it('is refused when it is cut in half or damaged in the header or in the middle', () => {
    const half = filledFolder(400);
    const size = readFileSync(join(half, 'markaz.db')).length;
    truncateSync(join(half, 'markaz.db'), Math.floor(size / 2));
    expect(refusalOf(half)).toBe('damagedStore');
    for (const at of [0, Math.floor(size / 2)]) {
      const folder = filledFolder(400);
      const bytes = readFileSync(join(folder, 'markaz.db'));
      bytes.fill(0x5a, at, at + 8192);
      writeFileSync(join(folder, 'markaz.db'), bytes);
      expect(refusalOf(folder)).toBe('damagedStore');
    }
  });

  it('is refused when it is another program’s, another centre’s or a newer Markaz’s', () => {
    const foreign = testFolder();
    const db = new Database(join(foreign, 'markaz.db'));
    db.exec('CREATE TABLE a (b)');
    db.close();
    expect(refusalOf(foreign)).toBe('foreignStore');
    expect(refusalOf(filledFolder(), { centreId: 'other' })).toBe('otherCentre');
    const newer = filledFolder();
    const raised = new Database(join(newer, 'markaz.db'));
    raised.pragma('user_version = 999');
    raised.close();
    expect(refusalOf(newer)).toBe('newerStore');
  });

  it('is refused when an event was changed, or the end of the log is gone', () => {
    const changed = filledFolder();
    const db = new Database(join(changed, 'markaz.db'));
    db.exec("UPDATE event SET actor = 'somebody else' WHERE seq = 3");
    db.close();
    expect(() => open(changed)).toThrow(/damagedStore.*event 3/);
    const cut = filledFolder();
    const tail = new Database(join(cut, 'markaz.db'));
    tail.exec('DELETE FROM event WHERE seq = 4');
    tail.close();
    expect(() => open(cut)).toThrow('emptyStore');
  });

  it('is refused without its key, and never gets a new one', () => {
    const folder = filledFolder();
    rmSync(join(folder, 'keys'), { recursive: true });
    expect(refusalOf(folder)).toBe('keyMissing');
    expect(() => readFileSync(join(folder, 'keys/chain.key'))).toThrow('ENOENT');
  });

  it('is refused while another hub holds its folder', () => {
    const folder = filledFolder();
    const holder = open(folder);
    expect(() => open(folder)).toThrow('inUse');
    holder.close();
    open(folder).close();
  });

  it('is refused in a folder that cannot be made', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => open(join(folder, 'file', 'data'))).toThrow('unwritable');
  });
});

describe('a migration', () => {
  it('stores its version with its change, keeps a snapshot, and changes nothing when it fails', () => {
    const folder = testFolder();
    const migrations = testFolder();
    const versionOf = () => {
      const db = new Database(join(folder, 'markaz.db'), { readonly: true });
      const extra = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'extra'").get() as { n: number };
      const version = db.pragma('user_version', { simple: true });
      db.close();
      return { version, extra: extra.n };
    };
    const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
    for (const name of names) copyFileSync(join(MIGRATIONS, name), join(migrations, name));
    const newest = Math.max(...names.map((name) => Number.parseInt(name, 10)));
    const next = `${String(newest + 1).padStart(4, '0')}-extra.sql`;
    open(folder).close();
    writeFileSync(join(migrations, next), 'CREATE TABLE extra (x INTEGER) STRICT; NOT SQL;');
    expect(() => open(folder, { migrations })).toThrow('syntax error');
    expect(versionOf()).toEqual({ version: newest, extra: 0 });
    writeFileSync(join(migrations, next), 'CREATE TABLE extra (x INTEGER) STRICT;');
    const store = open(folder, { migrations });
    store.close();
    expect(versionOf()).toEqual({ version: newest + 1, extra: 1 });
    expect(readdirSync(join(folder, 'snapshots')).every((name) => name.startsWith(`before-${newest}-`))).toBe(true);
    expect(readdirSync(join(folder, 'snapshots')).length).toBeGreaterThan(0);
  });
});
