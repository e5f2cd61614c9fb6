import { Worker } from 'node:worker_threads';
import { WORKER_LIMITS } from '../workers/worker-limits.ts';
import type { TaskOrder, Tasks } from './keeping-worker.ts';

/** Runs long work on the store one piece after the other, each in a thread of its own, beside the running hub. */
export function taskRunner(storeFile: string) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  let last: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  function start<Name extends keyof Tasks>(task: Name, at: number): Promise<Tasks[Name]> {
    if (isStopped) return Promise.reject(new Error('The hub stops.'));
    const workerData: TaskOrder = { task, storeFile, at };
    const worker = new Worker(new URL(`./keeping-worker.${extension}`, import.meta.url), {
      workerData,
      resourceLimits: WORKER_LIMITS,
    });
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(`The thread for ${task} ended.`)));
    });
  }

  return {
    /** Rejects when the work failed, or the hub stops before it was begun. */
    run<Name extends keyof Tasks>(task: Name, at: number): Promise<Tasks[Name]> {
      const done = last.then(() => start(task, at));
      last = done.catch(() => undefined);
      return done;
    },
    isStopped: () => isStopped,
    /** Begins nothing more, and waits for what is under way: a copy that is cut off would be no use. */
    async stop(): Promise<void> {
      isStopped = true;
      await last;
    },
  };
}

export type TaskRunner = ReturnType<typeof taskRunner>;
