import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/**
 * Asks a worker to end, and waits until it has: it makes what it was asked for and then closes its port at `stop`. Never
 * `terminate`: cut off while SQLite or the canvas is at work or being loaded, it takes the whole process with it.
 */
export async function endWorker(worker: Worker | undefined): Promise<void> {
  if (!worker) return;
  const gone = once(worker, 'exit').catch(() => undefined);
  worker.ref();
  worker.postMessage('stop');
  await gone;
}
