import { Worker } from 'node:worker_threads';

/** Checks the whole event log beside the running hub, and says what it found. */
export function verifyInWorker(storeFile: string, folder: string): void {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./verify-worker.${extension}`, import.meta.url), {
    workerData: { storeFile, folder },
  });
  worker.once('message', (badSeq: number | null) => {
    if (badSeq === null) console.log('The event log is whole.');
    else console.error(`The event log is broken at event ${badSeq}. Keep this folder and tell the manager.`);
  });
  worker.once('error', (error) => console.error('The event log could not be checked:', error));
  worker.unref();
}
