import { escposBytes } from '../../hardware/printers/escpos-bytes.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { tokenSlip } from '../../tests/support/slips.ts';

const SLIPS = 300;

/** How long each of many different slips takes from its content to its bytes, in ms; the first, which loads, apart. */
export function slipTimes(): readonly number[] {
  const timed = (number: number): number => {
    const label = `B-${String(number).padStart(3, '0')}`;
    const content = tokenSlip({ label, ahead: number, url: `http://192.168.1.10:4810/t/${label}-AbCdEfGhIjKlMnOp` });
    const from = performance.now();
    escposBytes(layoutSlip(content));
    return performance.now() - from;
  };
  timed(0);
  return Array.from({ length: SLIPS }, (_, number) => timed(number + 1));
}
