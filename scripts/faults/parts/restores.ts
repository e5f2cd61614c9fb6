import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { randomFrom } from '../../../src/domain/random.ts';
import { restoreStore } from '../../../src/store/snapshots/restore.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { takeSnapshot } from '../../../src/store/snapshots/take-snapshot.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { MIGRATIONS } from '../../../tests/support/places.ts';
import { issueTokens, openSmall } from '../../../tests/support/stores.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';

const HOUR_MS = 3_600_000;
const AT = Date.parse('2026-11-23T10:00:00+05:00');
const RESTORES = 12;

/** Puts one store back again and again, from whatever snapshot, while numbers are given in between. */
function restoredAgain(folder: string, seed: number, after: (storeFile: string) => void): Trial {
  const { next } = randomFrom(seed);
  const draw = (count: number) => Math.floor(next() * count);
  const given = new Set<string>();
  const broken: Broken[] = [];
  let store = openSmall(folder);
  const issue = (): void => {
    for (const number of issueTokens(store, 1 + draw(4))) {
      if (given.has(number)) broken.push({ invariant: 'I1', what: `${number} was given twice` });
      given.add(number);
    }
  };
  issue();
  for (let step = 0; step < RESTORES; step += 1) {
    // Hours apart, or rotation leaves the newest alone.
    takeSnapshot(store.file, AT + step * HOUR_MS);
    issue();
    store.close();
    // Now and then the store is gone with everything that it knew, or cannot be read any more.
    const fate = draw(4);
    if (fate === 0) rmSync(join(folder, 'markaz.db'));
    if (fate === 1) writeFileSync(join(folder, 'markaz.db'), 'damaged');
    const all = snapshotsIn(folder);
    const snapshot = join(folder, 'snapshots', all[draw(all.length)]?.name ?? '');
    // The first letter that is free: chance would hide a letter that is taken twice.
    const order = { folder, snapshot, migrations: MIGRATIONS, at: AT + step * HOUR_MS + 500, actor: 'Ali' };
    restoreStore({ ...order, draw: () => 0 });
    after(join(folder, 'markaz.db'));
    store = openSmall(folder);
    issue();
  }
  store.close();
  return trialOf(broken, { cases: RESTORES });
}

/** An old backup is put back while citizens hold newer numbers. That a series carries a letter of its own then is what helps. */
export const restores: Fault = {
  name: 'restores',
  what: 'old backups put back while newer numbers are in hands, twelve a trial',
  rounds: { short: 5, long: 200 },
  trial: async (round, folder) => restoredAgain(folder, round, () => undefined),
  finds: 'I1',
  control: async (folder) =>
    restoredAgain(folder, 1, (storeFile) => {
      const db = new Database(storeFile);
      db.exec("UPDATE restored SET mark = ''");
      db.close();
    }),
};
