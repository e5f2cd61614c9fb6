import { copyFileSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, pause, startHub, startLoad, startsOn } from '../hub-under-load.ts';

/** A store of a hall that has worked for a moment, closed well. */
async function workedStore(folder: string): Promise<string> {
  const hub = await startHub(folder);
  const load = await startLoad(hub.url, 4, 2);
  await pause(1_500);
  await load.stop();
  await end(hub.child, 'SIGTERM');
  return join(folder, 'markaz.db');
}

function scribble(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(2_048, 0x5a), 0, 2_048, at);
  closeSync(handle);
}

/** Ways in which a disk or a hand ruins a store. */
const DAMAGES: readonly (readonly [name: string, damage: (file: string) => void])[] = [
  ['the header', (file) => scribble(file, 0)],
  ['a page in the middle', (file) => scribble(file, Math.floor(statSync(file).size / 2 / 4_096) * 4_096)],
  ['half of the file', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['all of it', (file) => truncateSync(file, 0)],
];

async function tryAll(folder: string, damages: typeof DAMAGES): Promise<Trial> {
  const file = await workedStore(folder);
  copyFileSync(file, `${file}.good`);
  const broken = [];
  for (const [name, damage] of damages) {
    copyFileSync(`${file}.good`, file);
    for (const tail of ['-wal', '-shm']) rmSync(`${file}${tail}`, { force: true });
    damage(file);
    const before = readFileSync(file);
    const words = await startsOn(folder);
    if (!words?.includes('npm run restore')) {
      broken.push({ invariant: 'start', what: `${name} ruined: ${words ?? 'the hub went on with it'}` });
    } else if (!readFileSync(file).equals(before)) {
      broken.push({ invariant: 'start', what: `${name} ruined: the refused store was written to` });
    }
  }
  return trialOf(broken, { cases: damages.length });
}

/** A ruined store is refused, nothing of it is changed, and the way back is named. */
export const damaged: Fault = {
  name: 'damaged',
  what: 'header, a page in the middle, half of the file or all of it lost',
  rounds: { short: 1, long: 20 },
  trial: (_round, folder) => tryAll(folder, DAMAGES),
  finds: 'start',
  // A store that is whole is taken: what counts as refused is the damage.
  control: (folder) => tryAll(folder, [['nothing', () => undefined]]),
};
