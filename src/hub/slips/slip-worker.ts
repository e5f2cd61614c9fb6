import { parentPort } from 'node:worker_threads';
import { escposBytes } from '../../../hardware/printers/escpos-bytes.ts';
import type { PaperMm } from '../../domain/centre.ts';
import { layoutSlip } from '../../slip/layout-slip.ts';
import type { SlipContent } from '../../slip/slip-content.ts';

/** One slip to draw. */
export interface SlipToDraw {
  readonly content: SlipContent;
  readonly paperMm: PaperMm;
}

parentPort?.on('message', (told: SlipToDraw | 'stop') => {
  if (told === 'stop') return parentPort?.close();
  const { content, paperMm } = told;
  try {
    parentPort?.postMessage({ bytes: escposBytes(layoutSlip(content, paperMm)) });
  } catch (error) {
    parentPort?.postMessage({ trouble: error instanceof Error ? error.message : String(error) });
  }
});
