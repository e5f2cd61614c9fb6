import { Worker } from 'node:worker_threads';
import { endWorker } from './end-worker.ts';

type Told = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly trouble: string };
interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A worker that does one task after another: started with the first, and anew after it has failed. */
export function taskWorker<Task>(url: URL, workerData: unknown) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function hear(told: Told): void {
    const asker = waiting.get(told.id);
    waiting.delete(told.id);
    if ('trouble' in told) asker?.reject(new Error(told.trouble));
    else asker?.resolve(told.value as never);
  }

  function failed(error: Error): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(url, { workerData });
    started.on('message', hear);
    started.on('error', failed);
    started.unref();
    return started;
  }

  return {
    /** How many tasks are not done yet. */
    waiting: () => waiting.size,
    /** Has a task done. Rejects when it could not be. */
    ask<T>(task: Task): Promise<T> {
      worker ??= start();
      const id = (lastId += 1);
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker?.postMessage({ id, task });
      });
    },
    async stop(): Promise<void> {
      const ending = worker;
      failed(new Error('The hub is stopping.'));
      await endWorker(ending);
    },
  };
}
