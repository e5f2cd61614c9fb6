import { printerOf } from '../../../hardware/printers/printer-address.ts';
import {
  AWAY,
  type Printer,
  type PrinterStatus,
  type PrintJob,
  type PrintOutcome,
} from '../../../hardware/printers/printer.ts';
import type { Centre, KioskPlace, PaperMm } from '../../domain/centre.ts';
import { drawnStatus } from '../../hub/slips/drawn-status.ts';
import { printerViewOf } from '../../hub/slips/printer-view-of.ts';
import { printTried } from '../../hub/slips/print-tried.ts';
import { slipDrawer } from '../../hub/slips/slip-drawer.ts';
import type { PrinterView } from '../../protocol/views/printer-view.ts';
import type { SlipContent } from '../../slip/slip-content.ts';

interface PrinterHere {
  readonly address: string;
  readonly printer: Printer;
  readonly paperMm: PaperMm;
  status: PrinterStatus;
}

/**
 * The printer of a kiosk, driven by the kiosk's own machine: for the hub while that is there, for itself while it is not.
 * One machine prints, so nobody prints a slip twice. `changed` is called when the printer has.
 */
export function ownPrinter(slipFolder: string, kioskId: number, changed: () => void) {
  const drawer = slipDrawer();
  let here: PrinterHere | undefined;
  let isStopped = false;
  const drawn = drawnStatus(changed);
  drawer.check(drawn.cannotDraw);
  const statusNow = (): PrinterStatus => drawn.of(here?.status ?? AWAY);

  function print(job: PrintJob): Promise<PrintOutcome> {
    return printTried({
      print: async () => (await here?.printer.print(job)) ?? 'notSent',
      isAway: () => !statusNow().isReachable,
      isOver: () => isStopped,
    });
  }

  function take({ printer: address, paperMm }: KioskPlace): void {
    if (here?.address === address && here.paperMm === paperMm) return;
    void here?.printer.close();
    const printer = printerOf(address, slipFolder);
    const mine: PrinterHere | undefined = printer && { address, printer, paperMm, status: AWAY };
    here = mine;
    mine?.printer.watch((status) => {
      mine.status = status;
      changed();
    });
  }

  return {
    /** Takes the printer that the centre plans for this kiosk; one whose address stays goes on undisturbed. */
    follow(centre: Centre): void {
      const planned = centre.kiosks.find(({ id }) => id === kioskId);
      if (planned) take(planned);
    },
    print,
    async printContent(name: string, content: SlipContent): Promise<PrintOutcome> {
      const drawn = await drawer.draw({ content, paperMm: here?.paperMm ?? 80 }).catch((error: unknown) => {
        console.error(`The slip ${name} could not be drawn:`, error);
      });
      return drawn ? print({ name, bytes: drawn }) : 'notSent';
    },
    told: () => ({ kind: here?.printer.kind ?? 'network', status: statusNow() }) as const,
    view: (): PrinterView => printerViewOf(here?.printer.kind ?? 'network', statusNow()),
    async stop(): Promise<void> {
      isStopped = true;
      await here?.printer.close();
      await drawer.stop();
    },
  };
}

export type OwnPrinter = ReturnType<typeof ownPrinter>;
