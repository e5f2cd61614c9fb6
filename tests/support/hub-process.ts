import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from './folder.ts';

/** What the hub's command line runs. */
export const CLI = join(ROOT, 'src/hub/cli.ts');

/** Starts the hub of a demo hall as a process; `url` is where it listens. */
export async function startProcess(folder: string, ...more: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(CLI, ['--demo', '--data', folder, ...more], { cwd: ROOT, silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}
