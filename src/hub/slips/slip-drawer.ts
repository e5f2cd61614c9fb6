import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SlipToDraw } from './slip-worker.ts';

type Answer = { readonly bytes: Uint8Array } | { readonly trouble: string };

/** Draws slips in a thread of its own, one after the other: a slip takes longer than a call may wait. */
export function slipDrawer() {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function ask(slip: SlipToDraw): Promise<Uint8Array> {
    worker ??= new Worker(new URL(`./slip-worker.${extension}`, import.meta.url));
    const drawing = worker;
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer): void => {
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
      drawing.postMessage(slip);
    });
  }

  return {
    /** The bytes for a printer. @throws when the fonts are missing or the thread fails; the next slip gets a new one. */
    draw(slip: SlipToDraw): Promise<Uint8Array> {
      const drawn = last.then(() => ask(slip));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    /** Lets the slip on its way be drawn, then ends: cut off in its middle, the canvas takes the process with it. */
    async stop(): Promise<void> {
      if (!worker) return;
      worker.postMessage('stop');
      await once(worker, 'exit');
    },
  };
}
