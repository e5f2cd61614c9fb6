import { closingAt, isOpenAt, nextOpeningAt } from '../../domain/calendar/opening-hours.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import { centreView } from '../../hub/views/centre-view.ts';
import type { AloneState } from '../../protocol/alone.ts';
import type { PrinterView } from '../../protocol/views/printer-view.ts';
import type { KioskView } from '../../protocol/views/views.ts';
import type { KioskJournal, Printed } from '../../store/alone/kiosk-journal.ts';
import { issuedWith } from './give.ts';
import type { Held } from './held.ts';

/** Slips that the page may still show. */
const SLIPS = 3;

/** Whether a slip that did not come out may be printed again: as at the hub (`canReprint`). */
export const mayReprint = (printed: readonly Printed[]): boolean => {
  const outcome = printed.at(-1)?.outcome;
  return outcome === 'notSent' || (outcome === 'uncertain' && printed.length === 1);
};

/** Name of a slip's picture in the paper preview. */
export const slipName = (givenId: number): string => `alone-${givenId}`;

/** What became of the newest slips that were given alone. */
export const aloneSlips = (journal: KioskJournal, { kind }: Pick<PrinterView, 'kind'>): KioskView['slips'] =>
  journal.newest(SLIPS).map(({ id, state }) => {
    const printed = journal.printedOf(id);
    const outcome = printed.at(-1)?.outcome ?? 'queued';
    const picture = kind === 'preview' && outcome === 'confirmed' ? `/slips/${slipName(id)}.png` : null;
    return { tokenId: -id, outcome, canReprint: state === 'given' && mayReprint(printed), picture, url: null };
  });

/** What a kiosk that is alone shows at an instant (epoch ms of the hub); null when it can give nothing. */
export function aloneState(
  journal: KioskJournal,
  held: Held,
  printer: PrinterView,
  at: number | undefined,
): AloneState | null {
  const ready = at === undefined ? undefined : held.readyAt(at);
  if (!ready || at === undefined) return null;
  const { centre, lease, left } = ready;
  const isOpen = isOpenAt(centre, at);
  const [, dayEndsAt] = dayBounds(lease.serviceDay, centre);
  const issued = issuedWith(journal, held);
  const stateOf = ({ id, isClosed, dayCap }: (typeof centre.services)[number]) => {
    if (isClosed) return 'closed';
    return dayCap !== null && (issued[id] ?? 0) >= dayCap ? 'dayCapReached' : 'open';
  };
  const kiosk: KioskView = {
    isOpen,
    opensAt: isOpen ? null : nextOpeningAt(centre, at),
    closesAt: closingAt(centre, at),
    printer: { ...printer, otherKiosk: null },
    services: centre.services.map((service) => {
      return { id: service.id, state: stateOf(service), waiting: null, counters: null, wait: null };
    }),
    slips: aloneSlips(journal, printer),
  };
  return { centre: centreView(centre, 'real'), kiosk, at, left, untilAt: Math.min(lease.untilAt, dayEndsAt) };
}
