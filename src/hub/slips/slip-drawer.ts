import { Worker } from 'node:worker_threads';
import type { BitPicture } from '../../slip/bit-picture.ts';
import type { SlipContent } from '../../slip/slip-content.ts';
import type { SlipToDraw } from './slip-worker.ts';

/** A slip as it was drawn: the picture for a printer, and PNG bytes where they were asked for. */
export interface DrawnSlip {
  readonly picture: BitPicture;
  readonly png: Uint8Array;
}

type Answer = DrawnSlip | { readonly trouble: string };

/** Draws slips in a thread of its own, one after the other: a slip takes longer than a call may wait. */
export function slipDrawer() {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function ask(content: SlipContent, wantsPng: boolean): Promise<DrawnSlip> {
    worker ??= new Worker(new URL(`./slip-worker.${extension}`, import.meta.url));
    const drawing = worker;
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer): void => {
        drawing.off('error', fail);
        if ('trouble' in answer) reject(new Error(answer.trouble));
        else resolve(answer);
      };
      const fail = (error: Error): void => {
        drawing.off('message', settle);
        worker = undefined;
        reject(error);
      };
      drawing.once('message', settle);
      drawing.once('error', fail);
      drawing.postMessage({ content, wantsPng } satisfies SlipToDraw);
    });
  }

  return {
    /** @throws when the fonts are missing or the thread fails; the next slip gets a new thread. */
    draw(content: SlipContent, wantsPng: boolean): Promise<DrawnSlip> {
      const drawn = last.then(() => ask(content, wantsPng));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    stop: async () => void (await worker?.terminate()),
  };
}
