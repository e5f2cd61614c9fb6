import { type Centre, firstQueueOf, levelsOf } from '../../domain/centre.ts';
import { firstCounterStage } from '../../domain/journeys/journey.ts';
import { closesBefore } from '../../domain/verbs/issue.ts';
import { shownRange } from '../../domain/wait-words.ts';
import { nextOpeningAt } from '../../domain/calendar/opening-hours.ts';
import type { KioskView } from '../../protocol/views/views.ts';
import type { Slip } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';
import type { Outlook } from '../forecast/outlook.ts';
import { canReprint } from '../commands/tokens/reprint-command.ts';
import { waitingFor } from '../lines.ts';

export interface KioskFacts {
  readonly centre: Centre;
  readonly serviceDay: string;
  readonly isOpen: boolean;
  readonly at: number;
  readonly closesAt: number | null;
  readonly openLeftMs: number | null;
  readonly waitFor: Outlook['waitFor'];
  readonly printer: KioskView['printer'];
  /** Where a token can be followed by phone. */
  readonly urlOf: (tokenId: number) => string | null;
}

/** Slips that a kiosk may still show. */
const SLIPS = 3;

const slipOf = (slip: Slip, urlOf: KioskFacts['urlOf']): KioskView['slips'][number] => ({
  tokenId: slip.tokenId,
  outcome: slip.outcome,
  canReprint: canReprint(slip),
  url: urlOf(slip.tokenId),
  picture: slip.outcome === 'confirmed' && slip.printer === 'preview' ? `/slips/${slip.tokenId}.png` : null,
});

/** What one kiosk shows: what can be had now, how many wait, and what became of its last slips. */
export function kioskView(
  store: Pick<Store, 'tokens' | 'counters' | 'days' | 'slips'>,
  kioskId: number,
  facts: KioskFacts,
): KioskView {
  const { centre, serviceDay, isOpen, at, printer, closesAt, openLeftMs, waitFor } = facts;
  const lines = store.tokens.lines();
  const open = [...store.counters.statuses()].filter(([, status]) => status === 'open');
  const served = open.flatMap(([id]) => [...new Set(levelsOf(centre, id).flat())]);
  const rangeOf = (serviceId: string) => {
    const range = waitFor(serviceId);
    return range && shownRange(range);
  };
  const stateOf = ({ id, isClosed, dayCap }: Centre['services'][number]) => {
    if (isClosed) return 'closed';
    if (dayCap !== null && store.days.issued(serviceDay, id) >= dayCap) return 'dayCapReached';
    return closesBefore(waitFor(id), openLeftMs) ? 'closesBefore' : 'open';
  };
  return {
    isOpen,
    closesAt,
    opensAt: isOpen ? null : nextOpeningAt(centre, at),
    printer,
    services: centre.services.map((service) => ({
      id: service.id,
      state: stateOf(service),
      waiting: waitingFor(lines, service.id, firstCounterStage(service).id),
      counters: served.filter((queueId) => queueId === firstQueueOf(service)).length,
      wait: rangeOf(service.id),
    })),
    slips: store.slips.ofKiosk(kioskId, SLIPS).map((slip) => slipOf(slip, facts.urlOf)),
  };
}
