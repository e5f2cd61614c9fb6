import { type Centre, levelsOf } from '../../domain/centre.ts';
import { labelOf } from '../../domain/numbering.ts';
import { isOpen } from '../../domain/token.ts';
import type { BoardView, CounterDisplayView } from '../../protocol/views.ts';
import type { Store } from '../../store/store.ts';

type BoardStore = Pick<Store, 'tokens' | 'counters' | 'calls' | 'hall'>;

/** Calls that a board keeps, and how far back it looks for those of its hall. */
const KEPT = 32;
const LOOKED_AT = 240;

function heldAt(store: BoardStore, counterId: number) {
  const counter = store.counters.get(counterId);
  const token = counter?.tokenId == null ? undefined : store.tokens.get(counter.tokenId);
  const state = token?.state === 'called' || token?.state === 'serving' ? token.state : null;
  return { status: counter?.status ?? 'closed', token, state } as const;
}

/** What a hall board shows; of the whole centre when `hallId` is null. */
export function boardView(store: BoardStore, centre: Centre, hallId: string | null): BoardView {
  const serviceDay = store.hall.get()?.serviceDay;
  const places = centre.counters.filter((place) => hallId === null || place.hallId === hallId);
  const here = new Set(places.map((place) => place.id));
  const calls = store.calls.last(LOOKED_AT).filter((call) => here.has(call.counterId));
  const services = new Set(places.flatMap((place) => levelsOf(centre, place.id).flat()));
  return {
    hallId,
    calls: calls.slice(0, KEPT).flatMap(({ seq, tokenId, counterId, at }) => {
      const token = store.tokens.get(tokenId);
      // Yesterday's calls are over, but for whoever still stands at a counter.
      const isNow = token !== undefined && (token.serviceDay === serviceDay || isOpen(token));
      return isNow ? [{ seq, label: labelOf(token), counterId, serviceId: token.serviceId, at }] : [];
    }),
    counters: places.map(({ id }) => {
      const { status, token, state } = heldAt(store, id);
      return { id, status, label: token ? labelOf(token) : null, state };
    }),
    waiting: store.tokens
      .lines()
      .filter((line) => services.has(line.serviceId))
      .reduce((sum, line) => sum + line.waiting, 0),
  };
}

/** What the small display over one counter shows. */
export function counterDisplayView(store: BoardStore, counterId: number): CounterDisplayView {
  const { status, token, state } = heldAt(store, counterId);
  const last = store.calls.last(LOOKED_AT).find((call) => call.counterId === counterId && call.tokenId === token?.id);
  return {
    counterId,
    status,
    label: token ? labelOf(token) : null,
    state,
    serviceId: token?.serviceId ?? null,
    callSeq: last?.seq ?? null,
  };
}
