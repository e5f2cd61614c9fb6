import { AWAY, type Printer, type PrinterStatus, WELL } from '../../../hardware/printers/printer.ts';
import { printerOf } from '../../../hardware/printers/printer-address.ts';
import type { Centre } from '../../domain/centre.ts';
import type { PrinterView } from '../../protocol/views/printer-view.ts';
import type { SlipPlace } from '../context.ts';
import type { KioskPrinters } from './kiosk-printer.ts';
import { type DrawnStatus, drawnStatus } from './drawn-status.ts';
import { printerViewOf } from './printer-view-of.ts';
import { whereToPrint } from './where-to-print.ts';

const keyOf = (place: SlipPlace): string =>
  'kioskId' in place ? `kiosk ${place.kioskId}` : `counter ${place.counterId}`;

interface PrinterAt {
  /** Whether the kiosk's own machine drives it. */
  readonly isOwn: boolean;
  readonly place: SlipPlace;
  readonly address: string;
  readonly printer: Printer;
  status: PrinterStatus;
  readonly drawn: DrawnStatus;
}

const placesOf = (centre: Centre, overrides: ReadonlyMap<number, string>) => [
  ...centre.kiosks.map(({ id, printer }) => ({ place: { kioskId: id }, address: overrides.get(id) ?? printer })),
  ...centre.counters.map(({ id, printer }) => ({ place: { counterId: id }, address: printer })),
];

const viewOf = (one: PrinterAt | undefined): PrinterView =>
  one ? printerViewOf(one.printer.kind, one.drawn.of(one.status)) : printerViewOf('preview', AWAY);

/** A printer with its place; none for a counter that has no printer of its own. */
function placedView(one: PrinterAt) {
  const { kioskId = null, counterId = null } = one.place as { kioskId?: number; counterId?: number };
  const isThere = kioskId !== null || one.printer.kind !== 'preview';
  return isThere ? [{ ...viewOf(one), kioskId, counterId, address: one.address }] : [];
}

/** Who drives the printer of a place: the paired machine of a kiosk its own, the hub every other. */
function drivers(slipFolder: string, machines: Pick<KioskPrinters, 'isOwn' | 'at'>) {
  const isOwn = (place: SlipPlace): boolean => 'kioskId' in place && machines.isOwn(place.kioskId);
  return {
    isOwn,
    driverOf(place: SlipPlace, address: string): Printer {
      if ('kioskId' in place && isOwn(place)) return machines.at(place.kioskId);
      const printer = printerOf(address, slipFolder);
      if (!printer) throw new Error(`${address} is no printer.`);
      return printer;
    },
  };
}

/**
 * The printer of each kiosk and counter, by the centre's plan or by `overrides` (kiosk id → address), and how it is.
 * @throws for an address that names no printer, which no centre file and no command line passes with.
 */
export function slipPrinters(
  centre: () => Centre,
  slipFolder: string,
  overrides: ReadonlyMap<number, string>,
  machines: Pick<KioskPrinters, 'isOwn' | 'at'>,
) {
  const printers = new Map<string, PrinterAt>();
  let told: () => void = () => undefined;
  const drawn = drawnStatus(() => told());
  const { isOwn, driverOf } = drivers(slipFolder, machines);
  function add(place: SlipPlace, address: string): void {
    const isMachines = isOwn(place);
    const printer = driverOf(place, address);
    // Nothing was heard of it yet.
    const status = !isMachines && printer.kind === 'preview' ? WELL : AWAY;
    const one: PrinterAt = { place, address, isOwn: isMachines, printer, status, drawn };
    printers.set(keyOf(place), one);
    printer.watch((status) => {
      one.status = status;
      told();
    });
  }
  /** Takes the printers of the centre as it is now: one whose address stays goes on undisturbed. */
  function follow(): void {
    const planned = new Map(placesOf(centre(), overrides).map((one) => [keyOf(one.place), one]));
    for (const [key, one] of printers) {
      if (planned.get(key)?.address === one.address && one.isOwn === isOwn(one.place)) continue;
      printers.delete(key);
      void one.printer.close();
    }
    for (const [key, { place, address }] of planned) if (!printers.has(key)) add(place, address);
  }
  const view = (place: SlipPlace): PrinterView => viewOf(printers.get(keyOf(place)));
  return {
    /** Watches all printers from now on, and tells when one has changed. */
    watch(tell: () => void) {
      told = tell;
      follow();
    },
    follow,
    cannotDraw: drawn.cannotDraw,
    addressOf: (place: SlipPlace) => printers.get(keyOf(place))?.address ?? 'preview',
    of: (place: SlipPlace) => printers.get(keyOf(place))?.printer,
    viewOf: view,
    ...whereToPrint(centre, view),
    /** Those of all kiosks, and of the counters that have one of their own. */
    all: () => [...printers.values()].flatMap(placedView),
    async stop(): Promise<void> {
      await Promise.all([...printers.values()].map((one) => one.printer.close()));
    },
  };
}

export type SlipPrinters = ReturnType<typeof slipPrinters>;
