import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../free-port.ts';
import { forkChild } from './children.ts';
import { until } from './until.ts';
import type { Acknowledged, Display, Evidence } from '../../tests/faults/checker/evidence.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CENTRE = 'scripts/faults/centre.yaml';

/** A working day, whatever time it is; a demo clock also drives no screen off for its pace. */
export const OPEN = ['--demo', '--clock', '1', '--clock-at', '2026-11-23T09:00:00+05:00'];

/** A hall in which each of these was done is at work. */
export const WORK = ['issue', 'call', 'start', 'finish'] as const;

interface HubStart {
  /** Where screens find it; any that is free where none is given. */
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
}

/** Starts the hub of a folder as a process of its own. Settles once it listens. */
export async function startHub(folder: string, { port, env = {}, args: words = OPEN }: HubStart = {}) {
  const listen = ['--port', String(port ?? (await freePort())), '--citizen-listen', '127.0.0.1:0'];
  const args = [...words, '--centre', CENTRE, '--data', folder, ...listen];
  const child = forkChild(join(ROOT, 'src/hub/cli.ts'), args, {
    cwd: ROOT,
    silent: true,
    env: { ...process.env, ...env },
  });
  let errors = '';
  child.stderr?.on('data', (piece: Buffer) => (errors += piece.toString()));
  const ended = once(child, 'exit').then(() => undefined);
  const told = await Promise.race([once(child, 'message'), ended]);
  if (!told) throw new Error(`The hub did not start: ${errors}`);
  const [{ url }] = told as [{ url: string }];
  return { child, url, port: Number(new URL(url).port) };
}

/** Ends a process, and waits until it has. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** A command that was answered, and when its sender heard so (epoch ms). */
export interface Answered extends Acknowledged {
  readonly at: number;
}

/** What a hall was answered, why it was refused, and what its boards showed in the end. */
export interface Work {
  readonly acknowledged: readonly Answered[];
  readonly displays: readonly Display[];
  readonly refusedFor: readonly string[];
}

/** A hall at work in a process of its own; `stop` gives everything that it was answered and shown. */
export async function startLoad(url: string, kiosks = 8, counters = 6) {
  const child = forkChild(join(ROOT, 'scripts/faults/load-process.ts'), [url, String(kiosks), String(counters)], {
    cwd: ROOT,
  });
  await once(child, 'message');
  const ask = async () => {
    child.send('when');
    return ((await once(child, 'message')) as [{ answeredAt: number; isAtWork: boolean }])[0];
  };
  return {
    /** When it was answered last (epoch ms). */
    answeredAt: async () => (await ask()).answeredAt,
    /** Settles once tokens are given, called and served. */
    atWork: () => until('the hall is at work', async () => (await ask()).isAtWork),
    async stop(): Promise<Work> {
      child.send('stop');
      const [work] = (await once(child, 'message')) as [Work];
      return work;
    },
  };
}

/** What a checker goes by, of a hub's folder. Throws where the hall did nothing: there would be nothing to find. */
export function evidenceOf(folder: string, work: Pick<Evidence, 'acknowledged' | 'displays'>): Evidence {
  const idle = WORK.find((name) => !work.acknowledged.some((one) => one.name === name && one.reply['ok'] === true));
  if (idle !== undefined) throw new Error(`No ${idle} of the hall was done: nothing was tried.`);
  const chainKey = readFileSync(join(folder, 'keys', 'chain.key'), 'utf8').trim();
  return { storeFile: join(folder, 'markaz.db'), chainKey, ...work };
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Whether a hub takes that store for a good one; its words when it does not. */
export async function startsOn(folder: string): Promise<string | undefined> {
  try {
    const hub = await startHub(folder);
    await end(hub.child, 'SIGKILL');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
