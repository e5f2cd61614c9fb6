import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken, Display } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, pause, startHub, startLoad } from '../hub-under-load.ts';

const BOARDS = 40;
const WARM_UP_MS = 3_000;
/** Longer than a hub waits for the answer to its ping. */
const HANGS_MS = 11_000;
const CONTROL_MS = 5_000;
/** A hub does not grow by more, however long displays hang. */
const MOST_BYTES = 50_000_000;

const forked = async (script: string, ...args: readonly string[]) => {
  const child = fork(resolve(import.meta.dirname, '..', script), args);
  const [told] = (await once(child, 'message')) as [unknown];
  return { child, told };
};

function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** How much a process grows while boards hang, beyond what it does anyway. */
async function grownBy(hub: ChildProcess, boards: ChildProcess, hangsMs: number): Promise<number> {
  await pause(WARM_UP_MS);
  const before = memoryOf(hub);
  boards.kill('SIGSTOP');
  await pause(hangsMs);
  return memoryOf(hub) - before;
}

const tooMuch = (bytes: number): readonly Broken[] =>
  bytes <= MOST_BYTES ? [] : [{ invariant: 'memory', what: `it grew by ${Math.round(bytes / 1e6)} MB` }];

/** Boards that hang and come back, while a hall is at work. */
async function hanging(folder: string): Promise<Trial> {
  const hub = await startHub(folder);
  const { child: boards } = await forked('boards-process.ts', hub.url, String(BOARDS));
  const load = await startLoad(hub.url);
  const grown = await grownBy(hub.child, boards, HANGS_MS);
  boards.kill('SIGCONT');
  const work = await load.stop();
  boards.send('tell');
  const [displays] = (await once(boards, 'message')) as [readonly Display[]];
  await end(hub.child, 'SIGTERM');
  const evidence = evidenceOf(folder, { ...work, displays: [...work.displays, ...displays] });
  return trialOf([...tooMuch(grown), ...checkCentre(evidence)], { cases: BOARDS });
}

/** Displays whose machine hangs: what they are told must not pile up in the hub. */
export const slowDisplay: Fault = {
  name: 'slow-display',
  what: 'forty boards hang for 11 s under work (SIGSTOP), and come back',
  rounds: { short: 1, long: 20 },
  cannot: () =>
    process.platform === 'linux' ? undefined : 'the memory of a process is read from /proc, on Linux alone',
  trial: (_round, folder) => hanging(folder),
  // As hubs do that send whatever there is to whoever hangs.
  async control() {
    const { child, told } = await forked('telling-hub.ts');
    const { child: boards } = await forked('boards-process.ts', String(told), String(BOARDS));
    const grown = await grownBy(child, boards, CONTROL_MS);
    await end(boards, 'SIGKILL');
    await end(child, 'SIGKILL');
    return trialOf(tooMuch(grown));
  },
};
