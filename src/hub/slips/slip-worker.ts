import { parentPort } from 'node:worker_threads';
import { escposBytes } from '../../../hardware/printers/escpos-bytes.ts';
import { layoutSlip } from '../../slip/layout-slip.ts';
import type { SlipContent } from '../../slip/slip-content.ts';

parentPort?.on('message', (content: SlipContent) => {
  try {
    parentPort?.postMessage({ bytes: escposBytes(layoutSlip(content)) });
  } catch (error) {
    parentPort?.postMessage({ trouble: error instanceof Error ? error.message : String(error) });
  }
});
