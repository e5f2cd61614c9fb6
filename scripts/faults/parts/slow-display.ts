import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken, Display } from '../../../tests/faults/checker/evidence.ts';
import { forkChild } from '../children.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, pause, startHub, startLoad } from '../hub-under-load.ts';

const BOARDS = 60;
const WARM_UP_MS = 2_000;
const CALM_MS = 11_000;
const CONTROL_CALM_MS = 500;
/** Longer than a hub waits for the answer to its ping. */
const HANGS_MS = 11_000;
const CONTROL_MS = 5_000;
const LOOK_MS = 200;
/** A hub does not grow by more, however long displays hang. */
const MOST_BYTES = 50_000_000;

const forked = async (script: string, ...args: readonly string[]) => {
  const child = forkChild(resolve(import.meta.dirname, '..', script), args);
  const [told] = (await once(child, 'message')) as [unknown];
  return { child, told };
};

function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** The most memory that a process has in that time. */
async function mostMemory(hub: ChildProcess, ms: number): Promise<number> {
  let most = memoryOf(hub);
  for (const endsMs = performance.now() + ms; performance.now() < endsMs;) {
    await pause(LOOK_MS);
    most = Math.max(most, memoryOf(hub));
  }
  return most;
}

/** What a process grows by while boards hang, beyond what it grew by before: a hub at work goes on taking memory for a while. */
async function grownBy(
  hub: ChildProcess,
  boards: ChildProcess,
  [calmMs, hangsMs]: readonly [number, number],
): Promise<number> {
  await pause(WARM_UP_MS);
  const atFirst = memoryOf(hub);
  const calm = await mostMemory(hub, calmMs);
  boards.kill('SIGSTOP');
  const whileHanging = await mostMemory(hub, hangsMs);
  return whileHanging - calm - (calm - atFirst);
}

const tooMuch = (bytes: number): readonly Broken[] =>
  bytes <= MOST_BYTES ? [] : [{ invariant: 'memory', what: `it grew by ${Math.round(bytes / 1e6)} MB` }];

/** Boards that hang and come back, while a hall is at work. */
async function hanging(folder: string): Promise<Trial> {
  const hub = await startHub(folder);
  const { child: boards } = await forked('boards-process.ts', hub.url, String(BOARDS));
  const load = await startLoad(hub.url, 1, 1);
  const grown = await grownBy(hub.child, boards, [CALM_MS, HANGS_MS]);
  boards.kill('SIGCONT');
  const work = await load.stop();
  boards.send('tell');
  const [displays] = (await once(boards, 'message')) as [readonly Display[]];
  await end(hub.child, 'SIGTERM');
  const evidence = evidenceOf(folder, { ...work, displays: [...work.displays, ...displays] });
  return trialOf([...tooMuch(grown), ...checkCentre(evidence)]);
}

/** Displays whose machine hangs: what they are told must not pile up in the hub. */
export const slowDisplay: Fault = {
  name: 'slow-display',
  what: 'sixty boards hang for 11 s under work (SIGSTOP), and come back',
  rounds: { short: 1, long: 20 },
  cannot: () =>
    process.platform === 'linux' ? undefined : 'the memory of a process is read from /proc, on Linux alone',
  trial: (_round, folder) => hanging(folder),
  finds: 'memory',
  // A hub that sends 60 kB at a time to whoever hangs: what piles up is seen.
  async control() {
    const { child, told } = await forked('telling-hub.ts');
    const { child: boards } = await forked('boards-process.ts', String(told), String(BOARDS));
    const grown = await grownBy(child, boards, [CONTROL_CALM_MS, CONTROL_MS]);
    await end(boards, 'SIGKILL');
    await end(child, 'SIGKILL');
    return trialOf(tooMuch(grown));
  },
};
