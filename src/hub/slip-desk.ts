import type { PrintOutcome } from '../../hardware/printers/printer.ts';
import type { Centre } from '../domain/centre.ts';
import { labelOf } from '../domain/numbering.ts';
import type { Token } from '../domain/token.ts';
import { layoutSlip, type SlipContent } from '../slip/layout-slip.ts';
import type { LoggedEvent, Slip } from '../store/event.ts';
import type { Hall } from './hall.ts';
import type { KioskPrinters } from './printers.ts';

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

/** Prints slips and tells what became of each. Drawing waits for the next turn: no acknowledgement waits for it. */
export function slipDesk(
  { store, centre }: Pick<Hall, 'store' | 'centre'>,
  printers: KioskPrinters,
  settled: (slip: Slip, outcome: PrintOutcome) => Promise<unknown>,
) {
  const running = new Set<Promise<void>>();

  async function print(slip: Slip, content: SlipContent): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const printer = printers.of(slip.kioskId);
    let outcome: PrintOutcome = 'notSent';
    try {
      if (printer) outcome = await printer.print({ name: String(slip.tokenId), ...layoutSlip(content) });
    } catch (error) {
      console.error(`The slip of token ${content.label} could not be drawn:`, error);
    }
    if (printer?.kind === 'network') printers.saw(slip.kioskId, outcome !== 'notSent');
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
    /** Waits for the slips on their way. */
    idle: async () => void (await Promise.all(running)),
  };
}
