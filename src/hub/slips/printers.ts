import { networkAddressOf, networkPrinter } from '../../../hardware/printers/network-printer.ts';
import { paperPreview } from '../../../hardware/printers/paper-preview.ts';
import type { Printer } from '../../../hardware/printers/printer.ts';
import type { Centre } from '../../domain/centre.ts';
import type { SlipPlace } from '../context.ts';

/** How often an idle printer is asked whether it is there. */
const ASK_MS = 5_000;

const keyOf = (place: SlipPlace): string =>
  'kioskId' in place ? `kiosk ${place.kioskId}` : `counter ${place.counterId}`;

interface PrinterAt {
  readonly place: SlipPlace;
  readonly address: string;
  readonly printer: Printer;
  isReady: boolean;
}

function printerAt(place: SlipPlace, address: string, slipFolder: string): PrinterAt {
  const network = networkAddressOf(address);
  const printer = network ? networkPrinter(network) : paperPreview(slipFolder);
  return { place, address, printer, isReady: printer.kind === 'preview' };
}

const placesOf = (centre: Centre, overrides: ReadonlyMap<number, string>) => [
  ...centre.kiosks.map(({ id, printer }) => ({ place: { kioskId: id }, address: overrides.get(id) ?? printer })),
  ...centre.counters.map(({ id, printer }) => ({ place: { counterId: id }, address: printer })),
];

/**
 * The printer of each kiosk and counter, by the centre's plan or by `overrides` (kiosk id → address), and whether it
 * is ready.
 */
export function slipPrinters(centre: Centre, slipFolder: string, overrides: ReadonlyMap<number, string>) {
  let changed: (place: SlipPlace) => void = () => undefined;
  const printers = new Map(
    placesOf(centre, overrides).map(({ place, address }) => [keyOf(place), printerAt(place, address, slipFolder)]),
  );
  const set = (place: SlipPlace, isReady: boolean): void => {
    const one = printers.get(keyOf(place));
    if (!one || one.isReady === isReady) return;
    one.isReady = isReady;
    changed(place);
  };
  const ask = async (): Promise<void> => {
    await Promise.all(
      [...printers.values()].map(async ({ place, printer }) => {
        if (printer.kind === 'network') set(place, await printer.isReady());
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
    watch(tell: (place: SlipPlace) => void) {
      changed = tell;
      void askOn();
    },
    addressOf: (place: SlipPlace) => printers.get(keyOf(place))?.address ?? 'preview',
    of: (place: SlipPlace) => printers.get(keyOf(place))?.printer,
    stateOf(kioskId: number) {
      const one = printers.get(keyOf({ kioskId }));
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

export type SlipPrinters = ReturnType<typeof slipPrinters>;
