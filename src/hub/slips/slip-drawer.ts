import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { WORKER_LIMITS } from '../workers/worker-limits.ts';
import type { SlipAnswer, SlipOrder, SlipToDraw } from './slip-worker.ts';

/** A hub or kiosk that has just started first has its screens to serve. */
const CHECK_AFTER_MS = 1_000;

/** Draws slips in a thread of its own, one after the other: a slip takes longer than a call may wait. */
export function slipDrawer() {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  let worker: Worker | undefined;
  let checking: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function ask(order: SlipOrder): Promise<Uint8Array> {
    worker ??= new Worker(new URL(`./slip-worker.${extension}`, import.meta.url), { resourceLimits: WORKER_LIMITS });
    const drawing = worker;
    return new Promise((resolve, reject) => {
      const settle = (answer: SlipAnswer): void => {
        drawing.off('error', fail);
        if ('trouble' in answer) reject(new Error(answer.trouble));
        else resolve(answer.bytes);
      };
      const fail = (error: Error): void => {
        drawing.off('message', settle);
        worker = undefined;
        reject(error);
      };
      drawing.once('message', settle);
      drawing.once('error', fail);
      drawing.postMessage(order);
    });
  }

  /** After what was asked before. */
  function askInTurn(order: SlipOrder): Promise<Uint8Array> {
    const answered = last.then(() => ask(order));
    last = answered.catch(() => undefined);
    return answered;
  }

  return {
    /** The bytes for a printer. @throws when the fonts are missing or the thread fails; the next slip gets a new one. */
    draw: (slip: SlipToDraw): Promise<Uint8Array> => askInTurn(slip),
    /** Loads the fonts soon, and tells where no slip can be drawn: nobody is to learn it by the first citizen. */
    check(failed: () => void): void {
      const look = () =>
        askInTurn('check').catch((error: unknown) => {
          console.error('Slips cannot be drawn:', error);
          failed();
        });
      checking = setTimeout(() => void look(), CHECK_AFTER_MS).unref();
    },
    /** Lets the slip on its way be drawn, then ends: cut off in its middle, the canvas takes the process with it. */
    async stop(): Promise<void> {
      clearTimeout(checking);
      if (!worker) return;
      worker.postMessage('stop');
      await once(worker, 'exit');
    },
  };
}
