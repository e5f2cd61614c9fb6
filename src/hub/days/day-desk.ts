import type { ApiAnswer } from '../../protocol/api/api-routes.ts';
import { taskWorker } from '../workers/task-worker.ts';
import { daySigner, type DaySigner } from './day-signer.ts';
import type { DayAsked, DayFile } from './day-worker.ts';

/** As many as wait for the worker; who comes after them is asked to come again. */
const MOST_WAITING = 8;

/** Counts days and makes their files in a worker on a connection of its own, so that a call never waits for it. */
export function dayDesk(storeFile: string, folder: string) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./day-worker.${extension}`, import.meta.url);
  const worker = taskWorker<DayAsked>(url, { storeFile, folder });
  let signer: DaySigner | undefined;

  const signerOf = (): DaySigner => (signer ??= daySigner(folder));

  function ask<T>(asked: DayAsked): Promise<T> | undefined {
    if (worker.waiting() >= MOST_WAITING) return undefined;
    signerOf();
    return worker.ask<T>(asked);
  }

  return {
    /** The public key; made on first use. */
    signer: signerOf,
    /** Totals of days, and the file of one (null: no such day). Undefined while too many wait. */
    totals: (from: string, to: string, today: string) => ask<ApiAnswer<'days'>>({ kind: 'totals', from, to, today }),
    file: (date: string) => ask<DayFile | null>({ kind: 'file', date }),
    stop: worker.stop,
  };
}

export type DayDesk = ReturnType<typeof dayDesk>;
