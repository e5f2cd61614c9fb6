import { Worker } from 'node:worker_threads';
import { endWorker } from './end-worker.ts';
import { WORKER_LIMITS } from './worker-limits.ts';

type Told = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly trouble: string };
interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A worker that does one task after another: started with the first, and anew after it has failed. */
export function taskWorker<Task>(url: URL, workerData: unknown) {
  const waiting = new Map<number, Waiting>();
  /** Told to the worker one at a time: what is not begun when the hub stops is never begun. */
  let queue: { readonly id: number; readonly task: Task }[] = [];
  let worker: Worker | undefined;
  let isBusy = false;
  let lastId = 0;

  function next(): void {
    const one = isBusy ? undefined : queue.shift();
    if (!one) return;
    isBusy = true;
    worker ??= start();
    worker.postMessage(one);
  }

  function hear(told: Told): void {
    const asker = waiting.get(told.id);
    waiting.delete(told.id);
    isBusy = false;
    next();
    if ('trouble' in told) asker?.reject(new Error(told.trouble));
    else asker?.resolve(told.value as never);
  }

  function failed(error: Error): void {
    worker = undefined;
    isBusy = false;
    queue = [];
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(url, { workerData, resourceLimits: WORKER_LIMITS });
    started.on('message', hear).on('error', failed).unref();
    return started;
  }

  return {
    /** How many tasks are not done yet. */
    waiting: () => waiting.size,
    /** Has a task done. Rejects when it could not be. */
    ask<T>(task: Task): Promise<T> {
      const id = (lastId += 1);
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        queue.push({ id, task });
        next();
      });
    },
    async stop(): Promise<void> {
      const ending = worker;
      failed(new Error('The hub is stopping.'));
      await endWorker(ending);
    },
  };
}
