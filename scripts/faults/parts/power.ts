import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { randomFrom } from '../../../src/domain/random.ts';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken, Evidence } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { type Answered, end, evidenceOf, pause, startHub, startLoad } from '../hub-under-load.ts';
import { type Fate, fallibleDisk } from '../power/disk.ts';
import { type Op, readRecording, RECORDER } from '../power/recording.ts';
import { buildPreload, cannotPreload } from '../preload.ts';

const WORK_MS = 2_500;
const FATES: readonly Fate[] = ['kept', 'dropped', 'torn'];
/** Cuts of a trial: the short form is one trial of these, the long form ten. */
const CUTS = 100;

interface Recorded {
  readonly ops: readonly Op[];
  readonly acknowledged: readonly Answered[];
  readonly evidence: Evidence;
}

/** A hall at work, and everything that its hub wrote meanwhile. */
async function recordWork(folder: string): Promise<Recorded> {
  const data = join(folder, 'data');
  const recording = join(folder, 'recording');
  const env = {
    LD_PRELOAD: buildPreload(RECORDER, folder),
    MARKAZ_RECORD: recording,
    MARKAZ_RECORD_OF: join(data, 'markaz.db'),
  };
  const hub = await startHub(data, { env });
  const load = await startLoad(hub.url);
  await load.atWork();
  await pause(WORK_MS);
  const { acknowledged } = await load.stop();
  await end(hub.child, 'SIGKILL');
  return { ops: readRecording(recording), acknowledged, evidence: evidenceOf(data, { acknowledged }) };
}

/** What is wrong with a store as it is found after a power loss. */
function found(files: ReadonlyMap<string, Buffer>, folder: string, evidence: Evidence): readonly Broken[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const storeFile = join(folder, 'markaz.db');
  try {
    const db = new Database(storeFile);
    const health = db.pragma('integrity_check', { simple: true });
    db.close();
    if (health !== 'ok') return [{ invariant: 'whole', what: `the store is corrupt: ${String(health)}` }];
    return checkCentre({ ...evidence, storeFile }, false);
  } catch (error) {
    return [{ invariant: 'whole', what: `the store cannot be read: ${String(error)}` }];
  }
}

/** Cuts the power at so many writes, each with another fate of what was not synced. `isSync` says which syncs count. */
async function cutPower(folder: string, seed: number, isPlayed: (op: Op) => boolean): Promise<Trial> {
  const { ops, acknowledged, evidence } = await recordWork(folder);
  const { next: random } = randomFrom(seed);
  const firstAt = acknowledged.find(({ name }) => name === 'issue')?.at ?? 0;
  const from = ops.findIndex(({ at }) => at > firstAt + 1);
  const cuts = new Set<number>();
  while (cuts.size < CUTS) cuts.add(from + Math.floor(random() * (ops.length - from)));
  const disk = fallibleDisk();
  const broken: Broken[] = [];
  for (const [at, op] of ops.entries()) {
    if (cuts.has(at)) {
      const fate = FATES[at % FATES.length] ?? 'dropped';
      // Who was answered before this write has to find their work: their clock tells whole milliseconds.
      const answered = acknowledged.filter((one) => one.at + 1 < op.at);
      broken.push(
        ...found(disk.afterPowerLoss(fate, random), join(folder, 'found'), { ...evidence, acknowledged: answered }),
      );
    }
    if (isPlayed(op)) disk.play(op);
  }
  return trialOf(broken, { cases: cuts.size });
}

/** Power lost at any write; what was not synced is kept, dropped or torn. */
export const power: Fault = {
  name: 'power',
  what: 'power lost at any write; what was not synced is kept, dropped or torn',
  rounds: { short: 1, long: 10 },
  cannot: cannotPreload,
  trial: (round, folder) => cutPower(folder, round, () => true),
  finds: 'I2',
  // As with synchronous=NORMAL: the log of the store is not synced at a commit.
  control: (folder) => cutPower(folder, 1, ({ kind, file }) => kind !== 'sync' || !file.endsWith('-wal')),
};
