import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { Centre, PaperMm } from '../../domain/centre.ts';
import type { SlipContent } from '../../slip/slip-content.ts';
import type { LoggedEvent, Slip } from '../../store/log/event.ts';
import type { Hall } from '../hall.ts';
import type { SlipPlace } from '../context.ts';
import type { SlipPrinters } from './printers.ts';
import { testSlip } from '../../slip/test-slip.ts';
import type { SlipJob } from './kiosk-printer.ts';
import { printTried } from './print-tried.ts';
import { slipContent } from './slip-content.ts';
import { slipDrawer } from './slip-drawer.ts';

const placeOf = ({ kioskId, counterId }: Slip): SlipPlace =>
  kioskId === null ? { counterId: counterId ?? 0 } : { kioskId };

/** The width of the paper where it prints. */
const paperOf = ({ kiosks, counters }: Centre, place: SlipPlace): PaperMm =>
  ('kioskId' in place
    ? kiosks.find(({ id }) => id === place.kioskId)
    : counters.find(({ id }) => id === place.counterId)
  )?.paperMm ?? 80;

/** Name of its picture in the paper preview: a token's slip by the token, a tracking number's beside it. */
export const nameOf = ({ kind, tokenId }: Pick<Slip, 'kind' | 'tokenId'>): string =>
  kind === 'token' ? String(tokenId) : `${tokenId}-tracking`;

/** How long a stop waits for the slips on their way; what is still queued then is told as uncertain at the next start. */
const MOST_WAIT_MS = 2_000;

/** Whether a slip may be about already: one of those that were copied may have come out. */
function mayBeAbout(store: Hall['store'], copied: number | null): boolean {
  for (let slip = copied === null ? undefined : store.slips.get(copied); slip;) {
    if (slip.outcome !== 'notSent') return true;
    slip = slip.copyOf === null ? undefined : store.slips.get(slip.copyOf);
  }
  return false;
}

/** What a slip says, from the event that queued it and the store as it stands. */
function contentOf(
  { store, centre }: Pick<Hall, 'store' | 'centre'>,
  slip: Slip,
  { applications = [], about }: LoggedEvent['payload'],
  urlOf: (tokenId: number) => string | null,
): SlipContent | undefined {
  const token = store.tokens.get(slip.tokenId);
  if (!token) return undefined;
  // What was filed just now, else what the token came for.
  const applicationId = applications[0]?.id ?? token.applicationId;
  const application = applicationId === null ? undefined : store.applications.get(applicationId);
  const ahead = Number(about?.['ahead'] ?? 0);
  const isDuplicate = mayBeAbout(store, slip.copyOf);
  return slipContent(slip, { centre, token, application, ahead, isDuplicate, url: urlOf(token.id) });
}

const printedAt = (printers: SlipPrinters, place: SlipPlace, job: SlipJob, isOver: () => boolean) =>
  printTried({
    print: async () => (await printers.of(place)?.print(job)) ?? 'notSent',
    isAway: () => printers.viewOf(place).trouble === 'away',
    isOver,
  });

/** Prints slips and tells what became of each; no acknowledgement waits for it. */
export function slipDesk(
  hall: Pick<Hall, 'store' | 'centre' | 'clock'>,
  printers: SlipPrinters,
  urlOf: (tokenId: number) => string | null,
  settled: (slip: Slip, outcome: PrintOutcome) => Promise<unknown>,
) {
  const drawer = slipDrawer();
  drawer.check(printers.cannotDraw);
  const running = new Set<Promise<void>>();
  let isStopped = false;

  async function print(slip: Slip, content: SlipContent, commandId: string | null): Promise<void> {
    if (isStopped || !printers.of(placeOf(slip))) return;
    let outcome: PrintOutcome = 'notSent';
    try {
      const bytes = await drawer.draw({ content, paperMm: paperOf(hall.centre, placeOf(slip)) });
      if (isStopped) return;
      const job = { name: nameOf(slip), bytes, commandId };
      outcome = await printedAt(printers, placeOf(slip), job, () => isStopped);
    } catch (error) {
      if (isStopped) return;
      console.error(`Slip ${slip.id} could not be drawn:`, error);
    }
    await settled(slip, outcome);
  }

  async function printOther(place: SlipPlace, name: string, content: SlipContent): Promise<PrintOutcome | undefined> {
    const printer = printers.of(place);
    if (!printer || isStopped) return undefined;
    const drawn = await drawer.draw({ content, paperMm: paperOf(hall.centre, place) }).catch((error: unknown) => {
      console.error(`The slip ${name} could not be drawn:`, error);
    });
    return drawn ? printer.print({ name, bytes: drawn }) : 'notSent';
  }

  return {
    /** Prints a slip that is no token; undefined where there is no printer. */
    test: (place: SlipPlace) => printOther(place, 'printer-test', testSlip(hall.clock.at(), hall.centre.timeZone)),
    /** Prints a slip of no citizen; undefined where there is no printer. */
    print: printOther,
    /** Prints the slip that an event queued, if it did. */
    printSlipOf({ payload, commandId }: LoggedEvent): void {
      const { slip } = payload;
      const content = slip?.outcome === 'queued' ? contentOf(hall, slip, payload, urlOf) : undefined;
      if (!slip || !content) return;
      const job = print(slip, content, commandId).finally(() => running.delete(job));
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
