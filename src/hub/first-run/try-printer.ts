import { tmpdir } from 'node:os';
import { printerOf } from '../../../hardware/printers/printer-address.ts';
import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { PrinterTry } from '../../protocol/first-run.ts';
import { testSlip } from '../../slip/test-slip.ts';
import { slipDrawer } from '../slips/slip-drawer.ts';

/** Prints a slip that is no token on a printer that no centre names yet; the preview has nothing to be tried. */
export async function tryPrinter({ address, paperMm }: PrinterTry): Promise<PrintOutcome> {
  const printer = address === 'preview' ? undefined : printerOf(address, tmpdir());
  if (!printer) return 'notSent';
  const drawer = slipDrawer();
  try {
    const content = testSlip(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    return await printer.print({ name: 'printer-test', bytes: await drawer.draw({ content, paperMm }) });
  } catch (error) {
    console.error('The test slip could not be drawn:', error);
    return 'notSent';
  } finally {
    await Promise.all([printer.close(), drawer.stop()]);
  }
}
