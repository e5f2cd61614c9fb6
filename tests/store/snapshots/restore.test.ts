import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { restoreStore } from '../../../src/store/snapshots/restore.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { takeSnapshot } from '../../../src/store/snapshots/take-snapshot.ts';
import { StoreRefusal } from '../../../src/store/store-refusal.ts';
import { MIGRATIONS, testFolder } from '../../support/folder.ts';
import { issueTokens, openSmall } from '../../support/stores.ts';

const AT = Date.parse('2026-11-23T10:00:00+05:00');

/** Puts back, and takes the first letter that is free: chance would hide a letter that is taken twice. */
const restore = (folder: string, name: string, at = AT) =>
  restoreStore({
    folder,
    snapshot: join(folder, 'snapshots', name),
    migrations: MIGRATIONS,
    at,
    actor: 'Ali',
    draw: () => 0,
  });

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof StoreRefusal
      ? `${error.code} ${String(error.details['fault'] ?? '')}`.trim()
      : String(error);
  }
}

describe('a restore', () => {
  it('puts the snapshot in place, keeps the store that was there, and says so in the log', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 4);
    takeSnapshot(store.file, AT);
    issueTokens(store, 6);
    expect(codeOf(() => restore(folder, '2026-11-23T05-00-00Z-5.db'))).toBe('inUse');
    store.close();
    const done = restore(folder, '2026-11-23T05-00-00Z-5.db');
    expect(done).toMatchObject({ head: { seq: 5 }, lostEvents: 6, restored: { mark: 'A', untilDay: '2026-11-23' } });
    expect(existsSync(join(done.keptAside ?? '', 'markaz.db'))).toBe(true);
    const back = openSmall(folder);
    expect(back.head().seq).toBe(6);
    expect(back.lastEvent()).toMatchObject({ kind: 'restoreStore', actor: 'Ali', device: 'restore' });
    expect(issueTokens(back, 2)).toEqual(['2026-11-23 AA-1', '2026-11-23 AA-2']);
    // A slip of a lost token leads to its page by its id: no other token may have that id.
    expect(back.tokens.nextId()).toBe(13);
    back.close();
    const db = openReadOnly(join(folder, 'markaz.db'));
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });

  it('is refused for what is no whole snapshot of this log, and changes nothing then', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 400);
    takeSnapshot(store.file, AT);
    const [{ name } = { name: '' }] = snapshotsIn(folder);
    store.close();
    const whole = readFileSync(join(folder, 'snapshots', name));
    const before = readFileSync(join(folder, 'markaz.db'));
    writeFileSync(join(folder, 'snapshots', 'half.db'), whole.subarray(0, whole.length / 2));
    writeFileSync(join(folder, 'snapshots', 'text.db'), 'no store');
    expect(codeOf(() => restore(folder, 'half.db'))).toBe('badSnapshot damaged');
    expect(codeOf(() => restore(folder, 'text.db'))).toBe('badSnapshot damaged');
    expect(codeOf(() => restore(folder, 'gone.db'))).toBe('badSnapshot missing');
    const other = testFolder();
    openSmall(other).close();
    mkdirSync(join(other, 'snapshots'));
    cpSync(join(folder, 'snapshots', name), join(other, 'snapshots', name));
    expect(codeOf(() => restore(other, name))).toBe('badSnapshot brokenChain');
    expect(readFileSync(join(folder, 'markaz.db')).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'aside'))).toBe(false);
  });

  it('forgets again whom the lost store was asked to forget', () => {
    const folder = testFolder();
    const store = openSmall(folder);
    issueTokens(store, 1);
    const person = { id: 'p1', cnicMac: 'c0'.repeat(32), phoneMac: null, name: 'Rukhsana' };
    store.transact(() => store.persons.put(person));
    takeSnapshot(store.file, AT);
    const origin = { actor: 'Nadia', device: 'manager', commandId: null, at: AT, queueAt: 1 };
    store.transact(() => {
      store.persons.erase('p1');
      store.append({ kind: 'eraseSubject', tokenId: null, payload: { about: { personId: 'p1' } } }, origin);
    });
    store.close();
    restore(folder, '2026-11-23T05-00-00Z-2.db');
    const back = openSmall(folder);
    expect(back.persons.get('p1')).toBeUndefined();
    expect(back.lastEvent()).toMatchObject({ kind: 'eraseSubject' });
    back.close();
  });
});
