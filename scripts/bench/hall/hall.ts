import { join } from 'node:path';
import { HUB_FLAGS } from '../../hub-flags.ts';
import { workerProcess } from '../worker-process.ts';
import { BUILT_HUB } from './build-hub.ts';
import { COUNTERS } from './bench-centre.ts';
import { writeDevices } from './devices-file.ts';
import { pairAll } from './pair-all.ts';

/** What a hub under measurement tells when it listens. */
export interface Listening {
  readonly url: string;
  readonly lanUrl: string;
  readonly port: number;
  readonly citizenPort: number;
}

export interface HallWish {
  readonly boards?: number;
  /** What the hub's process is started with beside its own. */
  readonly env?: NodeJS.ProcessEnv;
}

export const startBenchHub = (data: string, ports: readonly number[] = [], env: NodeJS.ProcessEnv = {}) =>
  workerProcess<Listening>(BUILT_HUB, [data, ...ports.map(String)], env, ['--expose-gc', ...HUB_FLAGS]);

/** A hub with its paired machines, in a folder of its own. */
export async function openHall(folder: string, { boards = 0, env = {} }: HallWish = {}) {
  const data = join(folder, 'data');
  writeDevices(data, await pairAll(data, COUNTERS, boards));
  const hub = await startBenchHub(data, [], env);
  const { lanUrl } = hub.ready;
  return {
    data,
    hub,
    consoles: (count = COUNTERS) => workerProcess('clients/consoles.ts', [data, lanUrl, String(count)]),
    boards: (count = boards, url = lanUrl) => workerProcess('clients/boards.ts', [data, url, String(count)]),
  };
}
