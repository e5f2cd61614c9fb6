import { AsyncLocalStorage } from 'node:async_hooks';
import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';

const ofTrial = new AsyncLocalStorage<Set<ChildProcess>>();

/** Starts a process that ends with its trial at the latest, however that ends. */
export function forkChild(script: string, args: readonly string[] = [], options: ForkOptions = {}): ChildProcess {
  const child = fork(script, [...args], options);
  ofTrial.getStore()?.add(child);
  return child;
}

/** Does the work of a trial, and ends whatever processes it has left, also those that are stopped. */
export async function withChildren<T>(work: () => Promise<T>): Promise<T> {
  const children = new Set<ChildProcess>();
  try {
    return await ofTrial.run(children, work);
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}
