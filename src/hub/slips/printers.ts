import { networkAddressOf, networkPrinter } from '../../../hardware/printers/network-printer.ts';
import { paperPreview } from '../../../hardware/printers/paper-preview.ts';
import type { Printer } from '../../../hardware/printers/printer.ts';
import type { Centre } from '../../domain/centre.ts';

/** How often an idle printer is asked whether it is there. */
const ASK_MS = 5_000;

/**
 * The printer of each kiosk, by the centre's plan or by `overrides` (kiosk id → address), and whether it is ready.
 */
export function kioskPrinters(centre: Centre, slipFolder: string, overrides: ReadonlyMap<number, string>) {
  let changed: (kioskId: number) => void = () => undefined;
  const printers = new Map<number, { readonly address: string; readonly printer: Printer; isReady: boolean }>();
  for (const { id, printer } of centre.kiosks) {
    const address = overrides.get(id) ?? printer;
    const network = networkAddressOf(address);
    const made = network ? networkPrinter(network) : paperPreview(slipFolder);
    printers.set(id, { address, printer: made, isReady: made.kind === 'preview' });
  }
  const set = (kioskId: number, isReady: boolean): void => {
    const one = printers.get(kioskId);
    if (!one || one.isReady === isReady) return;
    one.isReady = isReady;
    changed(kioskId);
  };
  const ask = async (): Promise<void> => {
    await Promise.all(
      [...printers].map(async ([id, { printer }]) => {
        if (printer.kind === 'network') set(id, await printer.isReady());
      }),
    );
  };
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const askOn = async (): Promise<void> => {
    await ask();
    if (!isStopped) timer = setTimeout(() => void askOn(), ASK_MS);
  };
  return {
    /** Begins to ask the network printers, and tells when one comes or goes. */
    watch(tell: (kioskId: number) => void) {
      changed = tell;
      void askOn();
    },
    addressOf: (kioskId: number) => printers.get(kioskId)?.address ?? 'preview',
    of: (kioskId: number) => printers.get(kioskId)?.printer,
    stateOf(kioskId: number) {
      const one = printers.get(kioskId);
      return { kind: one?.printer.kind ?? 'preview', isReady: one?.isReady ?? false } as const;
    },
    /** What a job has shown of a printer. */
    saw: set,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

export type KioskPrinters = ReturnType<typeof kioskPrinters>;
