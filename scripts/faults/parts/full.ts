import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, pause, startHub, startLoad, startsOn } from '../hub-under-load.ts';

/** Nobody was answered for so long: the disk is really full. */
const STILL_MS = 800;
const MOST_MS = 30_000;

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Why no small disk can be had here, in words. */
function cannotMount(): string | undefined {
  const [folder, why] = [`/tmp/markaz-mount-${process.pid}`, 'a small disk is mounted by root alone, on Linux'];
  mkdirSync(folder);
  const isMounted = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', folder);
  if (isMounted) run('umount', folder);
  rmSync(folder, { recursive: true });
  return isMounted ? undefined : why;
}

/** Writes until there is no room for anything. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const bytes of [65_536, 4_096, 1]) {
      try {
        for (;;) writeSync(handle, Buffer.alloc(bytes));
      } catch {
        // Full for pieces of that size.
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** A disk fills up under a hall at work. `meanwhile` frees it; what follows has to go on by itself. */
async function filled(folder: string, free: (file: string) => void): Promise<Trial> {
  const disk = join(folder, 'disk');
  const data = join(disk, 'data');
  mkdirSync(disk);
  // Else it would be the disk of this machine that is filled.
  if (!run('mount', '-t', 'tmpfs', '-o', 'size=24m', 'none', disk)) throw new Error('No small disk could be mounted.');
  try {
    const hub = await startHub(data);
    const load = await startLoad(hub.url);
    await load.atWork();
    fill(join(disk, 'filler'));
    const fullAt = Date.now();
    while (Date.now() - (await load.answeredAt()) < STILL_MS) {
      if (Date.now() - fullAt > MOST_MS) throw new Error('The full disk moved nobody: nothing was tried.');
      await pause(20);
    }
    free(join(disk, 'filler'));
    const freeAt = Date.now();
    while ((await load.answeredAt()) <= freeAt && Date.now() - freeAt < 5_000) await pause(10);
    const recoveryMs = (await load.answeredAt()) - freeAt;
    const resumed: Broken[] = recoveryMs > 0 ? [] : [{ invariant: 'resume', what: 'the hall did not go on by itself' }];
    await pause(300);
    const work = await load.stop();
    await end(hub.child, 'SIGTERM');
    const told: Broken[] = work.refusedFor.includes('hubDiskFull')
      ? []
      : [{ invariant: 'word', what: `nobody was told of the full disk (${work.refusedFor.join(', ')})` }];
    const broken = checkCentre(evidenceOf(data, work), false);
    return trialOf([...resumed, ...told, ...broken, ...(await readOnly(disk, data))], { recoveryMs });
  } finally {
    run('umount', '-l', disk);
  }
}

/** A hub on a disk that cannot be written says so, and starts nothing. */
async function readOnly(disk: string, data: string): Promise<readonly Broken[]> {
  run('mount', '-o', 'remount,ro', disk);
  const words = await startsOn(data);
  if (words?.includes('unwritable')) return [];
  return [{ invariant: 'start', what: `on a disk that cannot be written: ${words ?? 'the hub went on with it'}` }];
}

/** The disk of the store fills up, and has room again; and one that is read-only. */
export const full: Fault = {
  name: 'full',
  what: 'the disk fills up under work and has room again; a read-only one at start',
  rounds: { short: 1, long: 50 },
  cannot: cannotMount,
  trial: (_round, folder) => filled(folder, (file) => rmSync(file)),
  finds: 'resume',
  // Without room nothing may seem to go on.
  control: (folder) => filled(folder, () => undefined),
};
