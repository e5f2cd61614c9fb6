import type { PrinterStatus } from '../../../hardware/printers/printer.ts';

/** How printers are by what they say and by whether slips can be drawn for them at all; `changed` when they cannot. */
export function drawnStatus(changed: () => void) {
  let canDraw = true;
  return {
    of: (status: PrinterStatus): PrinterStatus => (canDraw ? status : { ...status, fault: 'fonts' }),
    /** No slip can be drawn: whatever a printer says, nothing will come out of it. */
    cannotDraw(): void {
      canDraw = false;
      changed();
    },
  };
}

export type DrawnStatus = ReturnType<typeof drawnStatus>;
