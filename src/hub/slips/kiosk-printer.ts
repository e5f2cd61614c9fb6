import {
  AWAY,
  type Printer,
  type PrinterStatus,
  type PrintJob,
  type PrintOutcome,
} from '../../../hardware/printers/printer.ts';
import type { HubServer, ScreenSocket } from '../views/pusher.ts';
import type { Store } from '../../store/store.ts';
import type { Sender } from '../sender.ts';

/** A slip on its way, with the command that it came of: a kiosk that went on alone in the meantime prints none of it. */
export interface SlipJob extends PrintJob {
  readonly commandId: string | null;
}

/** How long a kiosk's machine may take over a slip: as long as a printer may print, and be tried. */
const PRINT_MS = 90_000;

const isPrintOutcome = (raw: unknown): raw is PrintOutcome =>
  raw === 'confirmed' || raw === 'notSent' || raw === 'uncertain';

/** The paired machine at a kiosk; it prints itself, whatever its printer hangs on. */
function machineAt(io: HubServer, kioskId: number): ScreenSocket | undefined {
  return [...io.sockets.sockets.values()].find((socket) => {
    const sender = socket.data as Sender;
    return sender.screen === 'kiosk' && sender.kioskId === kioskId && sender.deviceId !== null;
  });
}

/** Sends a slip to the machine. What was sent and not answered may have come out. */
async function printAt(socket: ScreenSocket | undefined, job: PrintJob): Promise<PrintOutcome> {
  if (!socket?.connected) return 'notSent';
  const { name, bytes, commandId = null } = job as PrintJob & Partial<SlipJob>;
  // As text: an event of several frames is torn apart by the views that go out beside it.
  const order = { name, escpos: Buffer.from(bytes).toString('base64'), commandId };
  let cut: () => void = () => undefined;
  const isCut = new Promise<'uncertain'>((resolve) => (cut = () => resolve('uncertain')));
  socket.once('disconnect', cut);
  const sent = socket.timeout(PRINT_MS).emitWithAck('print', order);
  const outcome: unknown = await Promise.race([sent, isCut]).catch(() => 'uncertain');
  socket.off('disconnect', cut);
  return isPrintOutcome(outcome) ? outcome : 'uncertain';
}

/** What the machines of kiosks say of their printers. */
export function kioskPrinters({ devices }: Pick<Store, 'devices'>, io: () => HubServer) {
  const told = new Map<number, { readonly kind: Printer['kind']; readonly status: PrinterStatus }>();
  const watchers = new Map<number, Set<(status: PrinterStatus) => void>>();
  const tell = (kioskId: number): void => {
    const status = told.get(kioskId)?.status ?? AWAY;
    for (const watcher of watchers.get(kioskId) ?? []) watcher(status);
  };
  return {
    /** A machine has told how its printer is. */
    hear(kioskId: number, kind: Printer['kind'], status: PrinterStatus): void {
      told.set(kioskId, { kind, status });
      tell(kioskId);
    },
    /** Its link is gone, and with it the way to its printer. */
    forget(sender: Sender): void {
      if (sender.screen === 'kiosk' && sender.deviceId !== null && told.delete(sender.kioskId)) tell(sender.kioskId);
    },
    /** Whether a paired machine stands at a kiosk: then nobody else prints there. */
    isOwn: (kioskId: number): boolean =>
      devices.inUse().some(({ kind, place }) => kind === 'kiosk' && place === String(kioskId)),
    /** The printer of a kiosk, driven by the kiosk's own machine. */
    at: (kioskId: number): Printer => ({
      get kind() {
        return told.get(kioskId)?.kind ?? 'network';
      },
      print: (job) => printAt(machineAt(io(), kioskId), job),
      status: async () => told.get(kioskId)?.status ?? AWAY,
      watch(watcher) {
        const known = watchers.get(kioskId) ?? new Set();
        watchers.set(kioskId, known.add(watcher));
        watcher(told.get(kioskId)?.status ?? AWAY);
        return () => known.delete(watcher);
      },
      close: async () => undefined,
    }),
  };
}

export type KioskPrinters = ReturnType<typeof kioskPrinters>;
