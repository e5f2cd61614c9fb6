import { Worker } from 'node:worker_threads';
import type { Centre } from '../../domain/centre.ts';
import type { Moment } from '../../domain/decision.ts';
import type { Range } from '../../domain/verbs/issue.ts';
import type { Answered, Asked, DayScore } from './forecast-worker.ts';

/** What is forecast now. Nothing is known before the first forecast has come. */
export interface Outlook {
  /** The wait of somebody who comes now for a service. */
  waitFor(serviceId: string): Range | null;
  /** How much longer a waiting token waits. */
  waitOf(tokenId: number): Range | null;
  scores(): readonly DayScore[];
}

/** The least time between two forecasts: the hall changes all the time, and nobody reads faster. */
const GAP_MS = 2_000;
/** A hall that stands still is forecast anew after this, since time passes. */
const IDLE_MS = 15_000;

export interface OutlookOptions {
  readonly storeFile: string;
  readonly centre: Centre;
  readonly now: () => Moment;
  readonly serviceDay: () => string;
  /** Called when there are new forecasts. */
  readonly changed: () => void;
}

/** Keeps the forecasts of a hall: made in a worker, anew whenever the hall has changed. */
export function outlookOf({ storeFile, centre, now, serviceDay, changed }: OutlookOptions) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  let tokens: ReadonlyMap<number, Range> = new Map();
  let newcomers: ReadonlyMap<string, Range> = new Map();
  let scores: readonly DayScore[] = [];
  let worker: Worker | undefined;
  let isAsking = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let seed = 1;

  function start(): Worker {
    const started = new Worker(new URL(`./forecast-worker.${extension}`, import.meta.url), {
      workerData: { storeFile, centre },
    });
    started.on('message', take);
    started.on('error', (error) => {
      console.error('The forecast has failed and is begun anew:', error);
      worker = undefined;
      rest(IDLE_MS);
    });
    started.unref();
    return started;
  }

  function take(answer: Answered | { readonly trouble: string }): void {
    if ('trouble' in answer) console.error('No forecast could be made:', answer.trouble);
    else {
      tokens = new Map(answer.tokens);
      newcomers = new Map(answer.newcomers);
      scores = answer.scores;
      changed();
    }
    rest(IDLE_MS);
  }

  /** The next forecast at the latest after that time. */
  function rest(ms: number): void {
    isAsking = false;
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(ask, ms).unref();
  }

  function ask(): void {
    clearTimeout(timer);
    if (isAsking || isStopped) return;
    isAsking = true;
    worker ??= start();
    seed += 1;
    worker.postMessage({ now: now(), serviceDay: serviceDay(), seed } satisfies Asked);
    askedMs = performance.now();
  }
  let askedMs = Number.NEGATIVE_INFINITY;

  return {
    waitFor: (serviceId) => newcomers.get(serviceId) ?? null,
    waitOf: (tokenId) => tokens.get(tokenId) ?? null,
    scores: () => scores,
    /** The hall has changed. */
    touch(): void {
      if (isAsking || isStopped) return;
      clearTimeout(timer);
      timer = setTimeout(ask, Math.max(0, askedMs + GAP_MS - performance.now())).unref();
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await worker?.terminate();
    },
  } satisfies Outlook & Record<string, unknown>;
}
