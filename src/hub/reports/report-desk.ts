import { Worker } from 'node:worker_threads';
import type { WireError } from '../../protocol/replies.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import { wireError } from '../commands/command-reply.ts';
import { endWorker } from '../workers/end-worker.ts';
import { WORKER_LIMITS } from '../workers/worker-limits.ts';
import type { Answer, Made, Task } from './report-task.ts';

/** What became of a task: what was made, or why there is nothing. */
export type Outcome<Kind extends Task['kind']> =
  | { readonly ok: true; readonly value: Made[Kind] }
  | { readonly ok: false; readonly error: WireError };

type Settle = (outcome: Outcome<Task['kind']>) => void;

function outcomeOf(answer: Answer): Outcome<Task['kind']> {
  if (answer.ok) return answer;
  if (answer.code === 'reportsBeingMade') {
    return { ok: false, error: wireError({ code: answer.code, details: { percent: answer.percent } }) };
  }
  console.error('A report could not be made:', answer.trouble);
  return { ok: false, error: wireError({ code: 'reportFailed' }) };
}

/** Makes reports in a worker that reads the store beside the hub: a call never waits for one. */
export function reportDesk(storeFile: string, folder: string) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const waiting = new Map<number, Settle>();
  let worker: Worker | undefined;
  let lastId = 0;

  function failed(error: Error): void {
    console.error('The worker of reports has ended:', error);
    worker = undefined;
    for (const settle of waiting.values()) settle({ ok: false, error: wireError({ code: 'reportFailed' }) });
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL(`./reports-worker.${extension}`, import.meta.url), {
      workerData: { storeFile, folder },
      resourceLimits: WORKER_LIMITS,
    });
    started.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.(outcomeOf(answer));
      waiting.delete(answer.id);
    });
    started.on('error', failed);
    started.unref();
    return started;
  }

  return {
    /** How many wait for an answer. */
    waiting: () => waiting.size,
    make<Kind extends Task['kind']>(task: Extract<Task, { readonly kind: Kind }>): Promise<Outcome<Kind>> {
      worker ??= start();
      const id = (lastId += 1);
      worker.postMessage({ id, task });
      return new Promise((resolve) => waiting.set(id, resolve as Settle));
    },
    /** The facts of a day that is over are kept as soon as it is. */
    see(logged: readonly LoggedEvent[]): void {
      if (!logged.some(({ kind }) => kind === 'turnDay')) return;
      worker ??= start();
      worker.postMessage('keep');
    },
    /** Lets what is being made be made, then ends. */
    stop: () => endWorker(worker),
  };
}

export type ReportDesk = ReturnType<typeof reportDesk>;
