import { Worker } from 'node:worker_threads';
import { type Centre, findService, serviceTargetMs } from '../../domain/centre.ts';
import type { Moment } from '../../domain/decision.ts';
import type { Range } from '../../domain/verbs/issue.ts';
import type { Closing } from './closing.ts';
import type { Answered, Asked, DayScore } from './forecast-worker.ts';
import { endWorker } from '../workers/end-worker.ts';
import { WORKER_LIMITS } from '../workers/worker-limits.ts';

/** What is forecast now. Nothing is known before the first forecast has come. */
export interface Outlook {
  /** The wait of somebody who comes now for a service; with another promise than a walk-in's, that of such a one. */
  waitFor(serviceId: string, targetMs?: number): Range | null;
  /** The wait from the slot on of somebody with an appointment. */
  waitForBooked(serviceId: string): Range | null;
  /** How much longer a waiting token waits. */
  waitOf(tokenId: number): Range | null;
  scores(): readonly DayScore[];
  /** What becomes of those who wait until the doors close; null before the first forecast. */
  closing(): { readonly at: number; readonly closing: Closing } | null;
}

/** The least time between two forecasts: the hall changes all the time, and nobody reads faster. */
const GAP_MS = 2_000;
/** On a demo clock that runs faster than time, a forecast is old after so long in the hall. */
const OLD_MS = 60_000;
/** A hall that stands still is forecast anew after this, since time passes. */
const IDLE_MS = 15_000;
const MOST_MEMORY_MB = 512;

const keyOf = (serviceId: string, targetMs: number): string => `${serviceId} ${targetMs}`;

export interface OutlookOptions {
  readonly storeFile: string;
  readonly centre: () => Centre;
  readonly now: () => Moment;
  readonly serviceDay: () => string;
  /** Called when there are new forecasts. */
  readonly changed: () => void;
}

type Answer = Answered | { readonly trouble: string };

/** The worker that makes the forecasts; a new one at the next question after it has failed. */
function forecaster(storeFile: string, hear: (answer: Answer) => void) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  let worker: Worker | undefined;
  /** The centre that it knows. */
  let told: Centre | undefined;
  function start(): Worker {
    const started = new Worker(new URL(`./forecast-worker.${extension}`, import.meta.url), {
      // Else garbage lies about for as long as the machine has memory; what it knows of a fortnight is a tenth of this.
      resourceLimits: { ...WORKER_LIMITS, maxOldGenerationSizeMb: MOST_MEMORY_MB },
      workerData: { storeFile },
    });
    started.on('message', hear);
    started.on('error', (error) => {
      worker = undefined;
      hear({ trouble: error.message });
    });
    started.unref();
    return started;
  }
  return {
    ask(question: Required<Asked>): void {
      if (!worker) {
        worker = start();
        told = undefined;
      }
      const { centre, ...same } = question;
      worker.postMessage(centre === told ? same : question);
      told = centre;
    },
    stop: () => endWorker(worker),
  };
}

/** When to ask: soon after a change, seldom while nothing happens, never twice at once. */
function turns(ask: () => void, hallMs: () => number) {
  let isAsking = false;
  let isStopped = false;
  let isTouched = false;
  let askedMs = Number.NEGATIVE_INFINITY;
  let askedHallMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const next = (ms: number): void => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => {
      isAsking = true;
      isTouched = false;
      askedMs = performance.now();
      askedHallMs = hallMs();
      ask();
    }, ms).unref();
  };
  const touch = (): void => {
    isTouched = true;
    if (isAsking) return;
    const isOld = hallMs() - askedHallMs >= OLD_MS;
    next(isOld ? 0 : Math.max(0, askedMs + GAP_MS - performance.now()));
  };
  return {
    answered(): void {
      isAsking = false;
      if (isTouched) touch();
      else next(IDLE_MS);
    },
    touch,
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Keeps the forecasts of a hall: made in a worker, anew whenever the hall has changed. */
export function outlookOf({ storeFile, centre, now, serviceDay, changed }: OutlookOptions) {
  let tokens: ReadonlyMap<number, Range> = new Map();
  let newcomers: ReadonlyMap<string, Range> = new Map();
  let scores: readonly DayScore[] = [];
  let closing: ReturnType<Outlook['closing']> = null;
  let seed = 0;
  const worker = forecaster(storeFile, (answer) => {
    if ('trouble' in answer) console.error('No forecast could be made:', answer.trouble);
    else {
      tokens = new Map(answer.tokens);
      newcomers = new Map(answer.newcomers.map(([one, range]) => [keyOf(one.serviceId, one.targetMs), range]));
      scores = answer.scores;
      closing = answer;
      changed();
    }
    turn.answered();
  });
  const turn = turns(
    () => worker.ask({ now: now(), serviceDay: serviceDay(), seed: (seed += 1), centre: centre() }),
    () => now().at,
  );
  const waitFor = (serviceId: string, targetMs?: number): Range | null => {
    const service = findService(centre(), serviceId);
    const walkIn = service && newcomers.get(keyOf(serviceId, serviceTargetMs(service)));
    return (targetMs === undefined ? undefined : newcomers.get(keyOf(serviceId, targetMs))) ?? walkIn ?? null;
  };
  return {
    waitFor,
    waitForBooked: (serviceId: string) => waitFor(serviceId, centre().appointments.targetMs),
    waitOf: (tokenId: number) => tokens.get(tokenId) ?? null,
    scores: () => scores,
    closing: () => closing,
    /** The hall has changed. */
    touch: turn.touch,
    stop(): Promise<void> {
      turn.stop();
      return worker.stop();
    },
  };
}
