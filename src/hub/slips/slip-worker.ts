import { parentPort } from 'node:worker_threads';
import { escposBytes } from '../../../hardware/printers/escpos-bytes.ts';
import type { PaperMm } from '../../domain/centre.ts';
import { layoutSlip } from '../../slip/layout-slip.ts';
import type { SlipContent } from '../../slip/slip-content.ts';
import { loadSlipFonts } from '../../slip/slip-fonts.ts';

/** One slip to draw. */
export interface SlipToDraw {
  readonly content: SlipContent;
  readonly paperMm: PaperMm;
}

/** What the worker is told; `check` draws nothing, and says whether a slip could be drawn. */
export type SlipOrder = SlipToDraw | 'check';
export type SlipAnswer = { readonly bytes: Uint8Array } | { readonly trouble: string };

function bytesOf(order: SlipOrder): Uint8Array {
  if (order !== 'check') return escposBytes(layoutSlip(order.content, order.paperMm));
  loadSlipFonts();
  return new Uint8Array();
}

function answerTo(order: SlipOrder): SlipAnswer {
  try {
    return { bytes: bytesOf(order) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (order: SlipOrder | 'stop') => {
  if (order === 'stop') parentPort?.close();
  else parentPort?.postMessage(answerTo(order));
});
