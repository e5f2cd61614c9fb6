import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { Centre } from '../../domain/centre.ts';
import { labelOf } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import type { SlipContent } from '../../slip/layout-slip.ts';
import type { LoggedEvent, Slip } from '../../store/log/event.ts';
import type { Hall } from '../hall.ts';
import type { KioskPrinters } from './printers.ts';
import { slipDrawer } from './slip-drawer.ts';

const NOWHERE = { en: '', ur: '' };

/** What the slip of a token says. */
function slipContent(centre: Centre, token: Token, kioskId: number, ahead: number): SlipContent {
  const hallId = centre.kiosks.find((kiosk) => kiosk.id === kioskId)?.hallId;
  return {
    centre: centre.name,
    hall: centre.halls.find((hall) => hall.id === hallId)?.name ?? NOWHERE,
    service: centre.services.find((service) => service.id === token.serviceId)?.name ?? NOWHERE,
    classes: centre.classes.filter((one) => token.classes.includes(one.id)).map((one) => one.name),
    label: labelOf(token),
    ahead,
    issuedAt: token.issuedAt,
    timeZone: centre.timeZone,
  };
}

/** How long a stop waits for the slips on their way; what is still queued then is told as uncertain at the next start. */
const MOST_WAIT_MS = 2_000;

/** Prints slips and tells what became of each; no acknowledgement waits for it. */
export function slipDesk(
  { store, centre }: Pick<Hall, 'store' | 'centre'>,
  printers: KioskPrinters,
  settled: (slip: Slip, outcome: PrintOutcome) => Promise<unknown>,
) {
  const drawer = slipDrawer();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  async function print(slip: Slip, content: SlipContent): Promise<void> {
    const printer = printers.of(slip.kioskId);
    if (!printer || isStopped) return;
    let outcome: PrintOutcome = 'notSent';
    try {
      const drawn = await drawer.draw(content, printer.kind === 'preview');
      if (isStopped) return;
      outcome = await printer.print({ name: String(slip.tokenId), ...drawn });
    } catch (error) {
      if (isStopped) return;
      console.error(`The slip of token ${content.label} could not be drawn:`, error);
    }
    if (printer.kind === 'network') printers.saw(slip.kioskId, outcome !== 'notSent');
    await settled(slip, outcome);
  }

  return {
    /** Prints the slip that an event queued, if it did. */
    printSlipOf({ payload }: LoggedEvent): void {
      const { slip } = payload;
      const token = slip?.outcome === 'queued' ? store.tokens.get(slip.tokenId) : undefined;
      if (!slip || !token) return;
      const content = slipContent(centre, token, slip.kioskId, Number(payload.about?.['ahead'] ?? 0));
      const job = print(slip, content).finally(() => running.delete(job));
      running.add(job);
    },
    /** Waits a little for the slips on their way, then ends. */
    async stop(): Promise<void> {
      const late = new Promise((resolve) => setTimeout(resolve, MOST_WAIT_MS).unref());
      await Promise.race([Promise.all(running), late]);
      isStopped = true;
      await drawer.stop();
    },
  };
}
