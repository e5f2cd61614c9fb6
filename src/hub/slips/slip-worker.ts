import { parentPort } from 'node:worker_threads';
import { layoutSlip } from '../../slip/layout-slip.ts';
import type { SlipContent } from '../../slip/slip-content.ts';

/** One slip to draw. */
export interface SlipToDraw {
  readonly content: SlipContent;
  readonly wantsPng: boolean;
}

parentPort?.on('message', ({ content, wantsPng }: SlipToDraw) => {
  try {
    const { picture, png } = layoutSlip(content);
    parentPort?.postMessage({ picture, png: wantsPng ? png() : new Uint8Array() });
  } catch (error) {
    parentPort?.postMessage({ trouble: error instanceof Error ? error.message : String(error) });
  }
});
