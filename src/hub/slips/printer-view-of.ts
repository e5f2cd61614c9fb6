import { canPrint, type Printer, type PrinterStatus } from '../../../hardware/printers/printer.ts';
import type { PrinterView } from '../../protocol/views/printer-view.ts';

/** What keeps a printer from printing, the first thing that somebody has to see to; null when nothing does. */
function troubleOf(status: PrinterStatus): PrinterView['trouble'] {
  // Whatever else is mended, no slip would come.
  if (status.fault === 'fonts') return 'fonts';
  if (!status.isReachable) return 'away';
  if (status.isCoverOpen) return 'coverOpen';
  if (status.paper === 'out') return 'paperOut';
  if (status.fault !== 'none') return 'fault';
  return status.isOffline ? 'offline' : null;
}

/** How a printer is, as screens show it. */
export const printerViewOf = (kind: Printer['kind'], status: PrinterStatus): PrinterView => ({
  kind,
  isReady: canPrint(status),
  trouble: troubleOf(status),
  isPaperLow: status.paper === 'nearEnd',
});
