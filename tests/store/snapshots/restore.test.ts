import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
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

const HOUR_MS = 3_600_000;
const AT = Date.parse('2026-11-23T10:00:00+05:00');

/** Chance that can be repeated (Park and Miller's minimal generator). */
function chance(seed: number) {
  let state = seed;
  return (count: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
}

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

  // Of 200 random restores none may give a number twice: with 0 in n trials the rate is below 3/n, here 1.5 %; that a
  // series carries a letter that no number of the day has yet is what makes it 0.
  it(
    'never leads to a number that was given before, however often and from whatever snapshot',
    { timeout: 120_000 },
    () => {
      const draw = chance(20_261_123);
      const given = new Set<string>();
      let restores = 0;
      let doubles = 0;
      while (restores < 200) {
        const folder = testFolder();
        let store = openSmall(folder);
        const issue = (): void => {
          for (const number of issueTokens(store, 1 + draw(4))) {
            if (given.has(`${folder} ${number}`)) doubles += 1;
            given.add(`${folder} ${number}`);
          }
        };
        issue();
        for (let step = 0; step < 12; step += 1) {
          // Hours apart, or rotation leaves the newest alone.
          takeSnapshot(store.file, AT + step * HOUR_MS);
          issue();
          store.close();
          // Now and then the store is gone with everything that it knew, or cannot be read any more.
          const fate = draw(4);
          if (fate === 0) rmSync(join(folder, 'markaz.db'));
          if (fate === 1) writeFileSync(join(folder, 'markaz.db'), 'damaged');
          const all = snapshotsIn(folder);
          restore(folder, all[draw(all.length)]?.name ?? '', AT + step * HOUR_MS + 500);
          restores += 1;
          store = openSmall(folder);
          issue();
        }
        store.close();
      }
      expect({ restores, doubles }).toEqual({ restores: 204, doubles: 0 });
      expect(given.size).toBeGreaterThan(600);
    },
  );
});
