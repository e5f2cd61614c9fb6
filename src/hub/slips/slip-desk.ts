import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { SlipContent } from '../../slip/slip-content.ts';
import type { LoggedEvent, Slip } from '../../store/log/event.ts';
import type { Hall } from '../hall.ts';
import type { SlipPlace } from '../context.ts';
import type { SlipPrinters } from './printers.ts';
import { slipContent } from './slip-content.ts';
import { slipDrawer } from './slip-drawer.ts';

const placeOf = ({ kioskId, counterId }: Slip): SlipPlace =>
  kioskId === null ? { counterId: counterId ?? 0 } : { kioskId };

/** Name of its picture in the paper preview: a token's slip by the token, a tracking number's beside it. */
export const nameOf = ({ kind, tokenId }: Pick<Slip, 'kind' | 'tokenId'>): string =>
  kind === 'token' ? String(tokenId) : `${tokenId}-tracking`;

/** How long a stop waits for the slips on their way; what is still queued then is told as uncertain at the next start. */
const MOST_WAIT_MS = 2_000;

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
  const original = slip.copyOf === null ? undefined : store.slips.get(slip.copyOf);
  const isDuplicate = original?.outcome === 'uncertain';
  return slipContent(slip, { centre, token, application, ahead, isDuplicate, url: urlOf(token.id) });
}

/** Prints slips and tells what became of each; no acknowledgement waits for it. */
export function slipDesk(
  hall: Pick<Hall, 'store' | 'centre'>,
  printers: SlipPrinters,
  urlOf: (tokenId: number) => string | null,
  settled: (slip: Slip, outcome: PrintOutcome) => Promise<unknown>,
) {
  const drawer = slipDrawer();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  async function print(slip: Slip, content: SlipContent): Promise<void> {
    const printer = printers.of(placeOf(slip));
    if (!printer || isStopped) return;
    let outcome: PrintOutcome = 'notSent';
    try {
      const bytes = await drawer.draw(content);
      if (isStopped) return;
      outcome = await printer.print({ name: nameOf(slip), bytes });
    } catch (error) {
      if (isStopped) return;
      console.error(`The slip of token ${content.label} could not be drawn:`, error);
    }
    await settled(slip, outcome);
  }

  return {
    /** Prints the slip that an event queued, if it did. */
    printSlipOf({ payload }: LoggedEvent): void {
      const { slip } = payload;
      const content = slip?.outcome === 'queued' ? contentOf(hall, slip, payload, urlOf) : undefined;
      if (!slip || !content) return;
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
