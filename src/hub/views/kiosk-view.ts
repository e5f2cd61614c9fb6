import { type Centre, levelsOf } from '../../domain/centre.ts';
import { nextOpeningAt } from '../../domain/opening-hours.ts';
import type { KioskView } from '../../protocol/views.ts';
import type { Slip } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';
import { waitingFor } from '../lines.ts';

export interface KioskFacts {
  readonly centre: Centre;
  readonly serviceDay: string;
  readonly isOpen: boolean;
  readonly at: number;
  readonly printer: KioskView['printer'];
}

/** Slips that a kiosk may still show. */
const SLIPS = 3;

const slipOf = ({ tokenId, outcome, printer }: Slip): KioskView['slips'][number] => ({
  tokenId,
  outcome,
  picture: outcome === 'confirmed' && printer === 'preview' ? `/slips/${tokenId}.png` : null,
});

/** What one kiosk shows: what can be had now, how many wait, and what became of its last slips. */
export function kioskView(
  store: Pick<Store, 'tokens' | 'counters' | 'days' | 'slips'>,
  kioskId: number,
  facts: KioskFacts,
): KioskView {
  const { centre, serviceDay, isOpen, at, printer } = facts;
  const lines = store.tokens.lines();
  const open = store.counters.all().filter((counter) => counter.status === 'open');
  const served = open.flatMap((counter) => [...new Set(levelsOf(centre, counter.id).flat())]);
  const stateOf = ({ id, isClosed, dayCap }: Centre['services'][number]) => {
    if (isClosed) return 'closed';
    return dayCap !== null && store.days.issued(serviceDay, id) >= dayCap ? 'dayCapReached' : 'open';
  };
  return {
    isOpen,
    opensAt: isOpen ? null : nextOpeningAt(centre, at),
    printer,
    services: centre.services.map((service) => ({
      id: service.id,
      state: stateOf(service),
      waiting: waitingFor(lines, service.id),
      counters: served.filter((id) => id === service.id).length,
    })),
    slips: store.slips.ofKiosk(kioskId, SLIPS).map(slipOf),
  };
}
