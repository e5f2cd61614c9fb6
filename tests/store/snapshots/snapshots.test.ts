import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readKey } from '../../../src/store/files/key-file.ts';
import { checkSnapshot } from '../../../src/store/snapshots/check-snapshot.ts';
import { scrubSnapshots } from '../../../src/store/snapshots/scrub.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { takeSnapshot } from '../../../src/store/snapshots/take-snapshot.ts';
import { testFolder } from '../../support/folder.ts';
import { issueTokens, openSmall } from '../../support/stores.ts';

const AT = Date.parse('2026-11-23T06:00:00Z');
const HOUR_MS = 3_600_000;

describe('a snapshot', () => {
  it('is taken beside an open store, whole, with its time and last event in its name, and without the keys', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 40);
    const outcome = takeSnapshot(store.file, AT);
    expect(outcome).toMatchObject({ ok: true, snapshot: { name: '2026-11-23T06-00-00Z-41.db', seq: 41, at: AT } });
    const file = join(folder, 'snapshots', '2026-11-23T06-00-00Z-41.db');
    expect(checkSnapshot(file, readKey(folder, 'chain'))).toMatchObject({ ok: true, head: store.head() });
    expect(readFileSync(file).includes(readFileSync(join(folder, 'keys/chain.key'), 'utf8').trim())).toBe(false);
    expect(readdirSync(join(folder, 'snapshots'))).toEqual(['2026-11-23T06-00-00Z-41.db']);
    store.close();
  });

  it('is dropped when it is old: hours, days and weeks are thinned out', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 1);
    takeSnapshot(store.file, AT);
    const bytes = readFileSync(join(folder, 'snapshots', '2026-11-23T06-00-00Z-2.db'));
    for (let hour = 1; hour < 24 * 70; hour += 1) {
      const name = `${new Date(AT - hour * HOUR_MS).toISOString().slice(0, 19).replaceAll(':', '-')}Z-2.db`;
      if (hour < 60 || hour % 24 === 0) writeFileSync(join(folder, 'snapshots', name), bytes);
    }
    takeSnapshot(store.file, AT + HOUR_MS);
    const kept = snapshotsIn(folder);
    expect(kept[0]?.at).toBe(AT + HOUR_MS);
    expect(kept.filter(({ at }) => at > AT - 23 * HOUR_MS)).toHaveLength(24);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8);
    expect(Math.min(...kept.map(({ at }) => at))).toBeGreaterThan(AT - 8 * 7 * 24 * HOUR_MS);
    expect(Math.min(...kept.map(({ at }) => at))).toBeLessThan(AT - 6 * 7 * 24 * HOUR_MS);
    store.close();
  });

  it('that cannot be written is told, and leaves nothing behind', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 1);
    writeFileSync(join(folder, 'snapshots'), 'no folder');
    expect(takeSnapshot(store.file, AT)).toMatchObject({ ok: false, trouble: 'failed' });
    store.close();
  });

  it('of a store that is damaged in its log is not kept', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 5);
    store.close();
    const db = new Database(join(folder, 'markaz.db'));
    db.exec("UPDATE event SET kind = 'x' WHERE seq = 4");
    db.close();
    expect(takeSnapshot(join(folder, 'markaz.db'), AT)).toMatchObject({
      ok: false,
      detail: 'The copy is brokenChain.',
    });
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([]);
  });

  it('forgets whom the store has forgotten, down to the bytes', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 3);
    const person = { id: 'p1', cnicMac: 'c0ffee'.repeat(10), phoneMac: null, name: 'Rukhsana Parveen' };
    store.transact(() => {
      store.persons.put(person);
      store.persons.put({ ...person, id: 'p2', cnicMac: 'd0'.repeat(32), name: 'Somebody else' });
    });
    takeSnapshot(store.file, AT);
    const file = join(folder, 'snapshots', '2026-11-23T06-00-00Z-4.db');
    expect(readFileSync(file).includes('Rukhsana')).toBe(true);
    store.transact(() => store.persons.erase('p1'));
    expect(scrubSnapshots(store.file)).toBe(1);
    expect(readFileSync(file).includes('Rukhsana')).toBe(false);
    expect(readFileSync(file).includes(person.cnicMac)).toBe(false);
    expect(readFileSync(file).includes('Somebody else')).toBe(true);
    expect(checkSnapshot(file, readKey(folder, 'chain')).ok).toBe(true);
    store.close();
    expect(readFileSync(join(folder, 'markaz.db')).includes('Rukhsana')).toBe(false);
    expect(existsSync(join(folder, 'markaz.db-wal'))).toBe(false);
  });
});
