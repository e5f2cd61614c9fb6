import { escposBytes } from '../../../hardware/printers/escpos-bytes.ts';
import { layoutSlip } from '../../../src/slip/layout-slip.ts';
import { tokenSlip } from '../../../tests/support/slips.ts';
import { median } from '../../quantile.ts';
import type { Row } from '../row.ts';

const SLIPS = 100;

function timed(number: number): number {
  const label = `B-${String(number).padStart(3, '0')}`;
  const content = tokenSlip({ label, ahead: number, url: `http://192.168.1.10:4810/t/${label}-AbCdEfGhIjKlMnOp` });
  const from = performance.now();
  escposBytes(layoutSlip(content));
  return performance.now() - from;
}

/** From the content of a slip to the bytes for its printer, for many different slips; the first, which loads, apart. */
export const slip: Row = {
  name: 'slip',
  figures: [{ what: 'slip, layout to bytes, median', unit: 'ms', wants: 'less', goal: 15, stop: 40 }],
  open: async () => {
    timed(0);
    return {
      round: async () => [{ value: median(Array.from({ length: SLIPS }, (_, i) => timed(i + 1))) }],
      stop: () => undefined,
    };
  },
};
