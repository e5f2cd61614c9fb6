import { Worker } from 'node:worker_threads';
import type { Store } from '../../store/store.ts';
import { endWorker } from './end-worker.ts';
import { WORKER_LIMITS } from './worker-limits.ts';

/** A hall that has seen so little needs no thread for it. */
const FROM_EVENTS = 300;

/**
 * Has the write-ahead log written back beside the running hub: it costs two syncs of the disk, and on a slow one whoever
 * sends a command meanwhile would wait for them.
 */
export function checkpointer(store: Pick<Store, 'file' | 'letLogGrow'>) {
  let seen = 0;
  let isStopped = false;
  let worker: Worker | undefined;

  function start(): Worker {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const workerData = { storeFile: store.file };
    const started = new Worker(new URL(`./checkpoint-worker.${extension}`, import.meta.url), {
      workerData,
      resourceLimits: WORKER_LIMITS,
    });
    started.unref();
    // Without it the hub does it itself again.
    started.once('message', () => isStopped || store.letLogGrow(true));
    started.once('error', (error) => {
      console.error('The thread that writes the log back has ended:', error);
      if (!isStopped) store.letLogGrow(false);
    });
    return started;
  }

  return {
    /** So many events more are in the log. */
    see(events: number): void {
      seen += events;
      if (!isStopped && seen >= FROM_EVENTS) worker ??= start();
    },
    stop(): Promise<void> {
      isStopped = true;
      return endWorker(worker);
    },
  };
}
