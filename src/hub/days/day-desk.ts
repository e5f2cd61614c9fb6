import { Worker } from 'node:worker_threads';
import type { ApiAnswer } from '../../protocol/api/api-routes.ts';
import { endWorker } from '../workers/end-worker.ts';
import { daySigner, type DaySigner } from './day-signer.ts';
import type { DayAsked, DayFile } from './day-worker.ts';

/** As many as wait for the worker; who comes after them is asked to come again. */
const MOST_WAITING = 8;

type Told = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly trouble: string };
interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Counts days and makes their files in a worker on a connection of its own, so that a call never waits for it. */
export function dayDesk(storeFile: string, folder: string) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let signer: DaySigner | undefined;
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
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const workerData = { storeFile, folder };
    const started = new Worker(new URL(`./day-worker.${extension}`, import.meta.url), { workerData });
    started.on('message', hear);
    started.on('error', failed);
    started.unref();
    return started;
  }

  function ask<T>(asked: DayAsked): Promise<T> | undefined {
    if (waiting.size >= MOST_WAITING) return undefined;
    signerOf();
    worker ??= start();
    const id = (lastId += 1);
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker?.postMessage({ id, asked });
    });
  }

  const signerOf = (): DaySigner => (signer ??= daySigner(folder));

  return {
    /** The public key; made on first use. */
    signer: signerOf,
    /** Totals of days, and the file of one (null: no such day). Undefined while too many wait. */
    totals: (from: string, to: string, today: string) => ask<ApiAnswer<'days'>>({ kind: 'totals', from, to, today }),
    file: (date: string) => ask<DayFile | null>({ kind: 'file', date }),
    async stop(): Promise<void> {
      const ending = worker;
      failed(new Error('The hub is stopping.'));
      await endWorker(ending);
    },
  };
}

export type DayDesk = ReturnType<typeof dayDesk>;
