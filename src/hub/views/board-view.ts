import { type BoardPlace, type Centre, countersFor, firstQueueOf, levelsOf } from '../../domain/centre.ts';
import { shownRange } from '../../domain/wait-words.ts';
import { SPEECH_LANGUAGES } from '../../domain/speech-language.ts';
import { labelOf } from '../../domain/numbering.ts';
import { isOpen } from '../../domain/token.ts';
import type { BoardCallsView, BoardView, CounterDisplayView } from '../../protocol/views/views.ts';
import type { Call } from '../../store/call-store.ts';
import type { Store } from '../../store/store.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { BoardTopic } from './topics.ts';

type BoardStore = Pick<Store, 'tokens' | 'counters' | 'calls' | 'hall'>;

/** How long a board tells where somebody goes next, and how many of them. */
const MOVED_MS = 90_000;
const MOVES = 6;

/** How long a board lists a call. */
const LISTED_MS = 600_000;
/** More are not listed: twelve a minute for that long, with a quarter of recalls. */
const LISTED = 150;
/** So many go with whatever else a board shows. */
const NEWEST = 24;
/** How many calls of the centre are looked at for those of a hall, for the list and for the last call alone. */
const LOOKED_AT = { list: 1_200, last: 240 };

type Held = ReturnType<BoardStore['counters']['held']>;

function heldAt(store: BoardStore, held: Held, counterId: number) {
  const counter = held.get(counterId);
  const token = counter?.tokenId == null ? undefined : store.tokens.get(counter.tokenId);
  const state = token?.state === 'called' || token?.state === 'serving' ? token.state : null;
  return { status: counter?.status ?? 'closed', token, state } as const;
}

export interface BoardFacts {
  readonly at: number;
  readonly waitFor: Outlook['waitFor'];
  readonly media: readonly BoardView['media'][number][];
}

/** How a board is that the plan says nothing of. */
const ANY_BOARD: Omit<BoardPlace, 'id' | 'hallId'> = {
  counters: [],
  speaks: SPEECH_LANGUAGES,
  volume: 0.8,
  night: null,
};

const boardOf = ({ boards }: Centre, { hallId, boardId }: BoardTopic) =>
  boards.find(({ id }) => id === boardId) ?? { ...ANY_BOARD, hallId };

/** Where those who were served here a moment ago go next. */
function movesOf(store: BoardStore, centre: Centre, here: ReadonlySet<number>, at: number): BoardView['moves'] {
  return store.counters
    .all()
    .filter((counter) => here.has(counter.id))
    .flatMap(({ lastEndedToken: before }) => {
      const token = before ? store.tokens.get(before.id) : undefined;
      if (!before || token?.state !== 'waiting' || token.lastCallAt !== before.lastCallAt) return [];
      const movedAt = token.steps.at(-1)?.enteredAt ?? 0;
      if (at - movedAt > MOVED_MS) return [];
      const { serviceId, stageId } = token;
      const goTo = { serviceId, stageId, counters: [...countersFor(centre, serviceId, stageId)] };
      return [{ label: labelOf(token), at: movedAt, goTo }];
    })
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOVES);
}

/** The counters whose calls a board shows. */
const placesOf = ({ counters }: Centre, { hallId, counters: zone }: ReturnType<typeof boardOf>) =>
  counters.filter(
    ({ id, hallId: of }) => (hallId === null || of === hallId) && (zone.length === 0 || zone.includes(id)),
  );

const idsOf = (places: Centre['counters']): ReadonlySet<number> => new Set(places.map(({ id }) => id));

/** The calls of the last ten minutes at these counters, newest first. */
const listedAt = (store: BoardStore, here: ReadonlySet<number>, at: number): readonly Call[] =>
  store.calls.since(at - LISTED_MS, LOOKED_AT.list).filter(({ counterId }) => here.has(counterId));

/** The last call that was made at these counters, however long ago. */
const lastAt = (store: BoardStore, here: ReadonlySet<number>): readonly Call[] =>
  store.calls
    .last(LOOKED_AT.last)
    .filter(({ counterId }) => here.has(counterId))
    .slice(0, 1);

/** Calls as a board shows them, without those that are over. */
function shown(store: BoardStore, calls: readonly Call[]): BoardView['calls'] {
  const serviceDay = store.hall.get()?.serviceDay;
  return calls.flatMap(({ seq, tokenId, counterId, at }) => {
    const token = store.tokens.get(tokenId);
    // Yesterday's calls are over, but for whoever still stands at a counter.
    const isNow = token !== undefined && (token.serviceDay === serviceDay || isOpen(token));
    return isNow
      ? [{ seq, label: labelOf(token), counterId, serviceId: token.serviceId, language: token.language, at }]
      : [];
  });
}

/** All that were called at a board's counters in the last ten minutes. */
export function boardCallsView(store: BoardStore, centre: Centre, topic: BoardTopic, at: number): BoardCallsView {
  const here = idsOf(placesOf(centre, boardOf(centre, topic)));
  return { calls: shown(store, listedAt(store, here, at).slice(0, LISTED)) };
}

/** What a hall board shows; of the whole centre when `hallId` is null. */
export function boardView(store: BoardStore, centre: Centre, topic: BoardTopic, facts: BoardFacts): BoardView {
  const board = boardOf(centre, topic);
  const places = placesOf(centre, board);
  const here = idsOf(places);
  const listed = listedAt(store, here, facts.at);
  const held = store.counters.held();
  const queues = new Set(places.flatMap((place) => levelsOf(centre, place.id).flat()));
  const services = centre.services.filter((service) => queues.has(firstQueueOf(service)));
  return {
    hallId: board.hallId,
    speaks: [...board.speaks],
    volume: board.volume,
    night: board.night,
    media: [...facts.media],
    calls: shown(store, listed.length > 0 ? listed.slice(0, NEWEST) : lastAt(store, here)),
    counters: places.map(({ id }) => {
      const { status, token, state } = heldAt(store, held, id);
      return { id, status, label: token ? labelOf(token) : null, state };
    }),
    waiting: store.tokens
      .lines()
      .filter((line) => queues.has(line.queueId))
      .reduce((sum, line) => sum + line.waiting, 0),
    moves: movesOf(store, centre, here, facts.at),
    waits: services.flatMap(({ id }) => {
      const range = facts.waitFor(id);
      const wait = range && shownRange(range);
      return wait ? [{ serviceId: id, wait }] : [];
    }),
  };
}

/** What the small display over one counter shows. */
export function counterDisplayView(store: BoardStore, counterId: number): CounterDisplayView {
  const { status, token, state } = heldAt(store, store.counters.held(), counterId);
  const last = store.calls
    .last(LOOKED_AT.last)
    .find((call) => call.counterId === counterId && call.tokenId === token?.id);
  return {
    counterId,
    status,
    label: token ? labelOf(token) : null,
    state,
    serviceId: token?.serviceId ?? null,
    callSeq: last?.seq ?? null,
  };
}
