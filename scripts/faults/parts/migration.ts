import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { randomFrom } from '../../../src/domain/random.ts';
import { openStore } from '../../../src/store/store.ts';
import { StoreRefusal } from '../../../src/store/store-refusal.ts';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { type Fate, fallibleDisk } from '../power/disk.ts';
import { type Op, readRecording, RECORDER } from '../power/recording.ts';
import { buildPreload, cannotPreload } from '../preload.ts';

/** A store of the first schema, with tokens in every state. */
const OLD_STORE = resolve(import.meta.dirname, '../../../tests/store/version-1');
const MIGRATIONS = resolve(import.meta.dirname, '../../../migrations');
const MIGRATING = resolve(import.meta.dirname, '../migrating-process.ts');
/** After a kill everything written is there; after a power loss what was not synced may be gone or torn. */
const FATES: readonly Fate[] = ['kept', 'kept', 'dropped', 'torn'];
/** Cuts of a trial. */
const CUTS = 40;

const openAt = (folder: string) =>
  openStore({ folder, migrations: MIGRATIONS, centreId: null, newHubId: 'none', now: Date.now() });

/** Who stands where, whatever the schema. */
function peopleIn(file: string): string {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT id, service_day, series, number, state FROM token ORDER BY id').all();
  db.close();
  return JSON.stringify(rows);
}

/** What is wrong with a store once a hub has started with it. */
function broughtUp(folder: string, people: string, when: string): readonly Broken[] {
  const storeFile = join(folder, 'markaz.db');
  const chainKey = readFileSync(join(folder, 'keys', 'chain.key'), 'utf8').trim();
  try {
    openAt(folder).close();
    const lost = peopleIn(storeFile) === people ? [] : [{ invariant: 'I2', what: `${when}: somebody is lost` }];
    return [...lost, ...checkCentre({ storeFile, chainKey, acknowledged: [] }, false)];
  } catch (error) {
    return [{ invariant: 'start', what: `${when}: ${String(error)}` }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder with the old store's keys and those files. */
function folderOf(folder: string, files: ReadonlyMap<string, Buffer>): string {
  cpSync(OLD_STORE, folder, { recursive: true });
  rmSync(join(folder, 'markaz.db'), { force: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** Every write of a migration from the first schema to the newest. */
function recordMigration(folder: string, how: readonly string[]): readonly Op[] {
  const [data, recording] = [join(folder, 'data'), join(folder, 'recording')];
  cpSync(OLD_STORE, data, { recursive: true });
  const env = {
    ...process.env,
    LD_PRELOAD: buildPreload(RECORDER, folder),
    MARKAZ_RECORD: recording,
    MARKAZ_RECORD_OF: join(data, 'markaz.db'),
  };
  const { stderr } = spawnSync(process.execPath, [MIGRATING, join(data, 'markaz.db'), ...how], {
    env,
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return readRecording(recording);
}

/** Kills a migration at so many of its writes, and starts a hub on what is left. */
function killed(folder: string, seed: number, how: readonly string[] = []): readonly Broken[] {
  const ops = recordMigration(folder, how);
  const people = peopleIn(join(OLD_STORE, 'markaz.db'));
  const { next: random } = randomFrom(seed);
  const cuts = new Set<number>();
  while (cuts.size < CUTS) cuts.add(Math.floor(random() * ops.length));
  const disk = fallibleDisk();
  const data = readFileSync(join(OLD_STORE, 'markaz.db'));
  disk.play({ kind: 'write', file: 'markaz.db', at: 0, offset: 0, data });
  disk.play({ kind: 'sync', file: 'markaz.db', at: 0 });
  return [...ops, undefined].flatMap((op, at): readonly Broken[] => {
    const fate = FATES[at % FATES.length] ?? 'kept';
    const isCut = cuts.has(at) || op === undefined;
    const files = isCut ? disk.afterPowerLoss(fate, random) : undefined;
    if (op) disk.play(op);
    return files ? broughtUp(folderOf(join(folder, 'found'), files), people, `write ${at}, ${fate}`) : [];
  });
}

/** A store of each schema that there ever was, brought to the newest; and one that is newer than any. */
function everySchema(folder: string): readonly Broken[] {
  const people = peopleIn(join(OLD_STORE, 'markaz.db'));
  const names = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .toSorted();
  const some = join(folder, 'migrations');
  mkdirSync(some);
  const broken = names.flatMap((name) => {
    copyFileSync(join(MIGRATIONS, name), join(some, name));
    const found = join(folder, 'found');
    cpSync(OLD_STORE, found, { recursive: true });
    raise(join(found, 'markaz.db'), some);
    return broughtUp(found, people, `from ${name}`);
  });
  return [...broken, ...newer(join(folder, 'newer'))];
}

/** Brings a store to the schema of those migrations. */
function raise(file: string, migrations: string): void {
  const db = new Database(file);
  const at = Number(db.pragma('user_version', { simple: true }));
  for (const name of readdirSync(migrations).toSorted()) {
    const version = Number(name.slice(0, 4));
    if (version <= at) continue;
    db.exec(readFileSync(join(migrations, name), 'utf8'));
    db.pragma(`user_version = ${version}`);
  }
  db.close();
}

function newer(folder: string): readonly Broken[] {
  cpSync(OLD_STORE, folder, { recursive: true });
  const file = join(folder, 'markaz.db');
  const db = new Database(file);
  // As every store is but this old one.
  db.pragma('journal_mode = WAL');
  db.pragma('user_version = 9999');
  db.close();
  const before = readFileSync(file);
  try {
    openAt(folder).close();
    return [{ invariant: 'start', what: 'a store that is newer was opened' }];
  } catch (error) {
    const isRefused = error instanceof StoreRefusal && error.code === 'newerStore' && readFileSync(file).equals(before);
    return isRefused ? [] : [{ invariant: 'start', what: `a newer store: ${String(error)}` }];
  }
}

/** A migration that is killed at any of its writes, or loses its power there; stores of every schema; and a newer one. */
export const migration: Fault = {
  name: 'migration',
  what: 'a migration killed at any write, stores of every schema, and a newer one',
  rounds: { short: 1, long: 25 },
  cannot: cannotPreload,
  async trial(round, folder): Promise<Trial> {
    return trialOf([...killed(folder, round), ...everySchema(folder)], { cases: CUTS + 1 });
  },
  finds: 'start',
  // Steps that are not done as a whole cannot be begun again.
  control: async (folder) => trialOf(killed(folder, 1, ['bare'])),
};
