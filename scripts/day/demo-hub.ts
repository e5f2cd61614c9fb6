import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import { readCentreFile } from '../../src/protocol/set-up/read-centre-file.ts';
import { HUB_FLAGS } from '../hub-flags.ts';
import type { DayOptions } from './options.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The centre that the demo hub is started with. */
export function loadCentre(): Centre {
  const read = readCentreFile(readFileSync(resolve(ROOT, 'centres/lahore.yaml'), 'utf8'));
  if (!read.ok) throw new Error(`centres/lahore.yaml, line ${read.faults[0]?.line}: ${read.faults[0]?.message}`);
  return read.centre;
}

/** Where a demo hub's appointments are dropped. */
export const bookingsFolder = (data: string): string => join(data, 'appointments');

/** Starts a demo hub in a process of its own, with its clock at `at`. `stop` ends it cleanly. */
export async function startDemoHub(options: Pick<DayOptions, 'port' | 'rate'>, data: string, at: number) {
  const args = ['--demo', '--port', String(options.port), '--data', data];
  const feed = ['--feed-csv', bookingsFolder(data)];
  const clock = ['--clock', String(options.rate), '--clock-at', new Date(at).toISOString()];
  const child = fork(resolve(ROOT, 'src/hub/cli.ts'), [...args, ...feed, ...clock], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, ...HUB_FLAGS],
  });
  const ready = once(child, 'message') as Promise<[{ url: string; citizenPort: number }]>;
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The demo hub ended (code ${String(code)}).`);
  });
  const [{ url, citizenPort }] = await Promise.race([ready, gone]);
  gone.catch(() => undefined);
  return {
    url,
    citizenPort,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
