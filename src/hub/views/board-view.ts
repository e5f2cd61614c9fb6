import { type BoardPlace, type Centre, countersFor, firstQueueOf, levelsOf } from '../../domain/centre.ts';
import { shownRange } from '../../domain/wait-words.ts';
import { SPEECH_LANGUAGES } from '../../domain/speech-language.ts';
import { labelOf } from '../../domain/numbering.ts';
import { isOpen } from '../../domain/token.ts';
import type { BoardView, CounterDisplayView } from '../../protocol/views/views.ts';
import type { Call } from '../../store/call-store.ts';
import type { Store } from '../../store/store.ts';
import type { Outlook } from '../forecast/outlook.ts';

type BoardStore = Pick<Store, 'tokens' | 'counters' | 'calls' | 'hall'>;

/** How long a board tells where somebody goes next, and how many of them. */
const MOVED_MS = 90_000;
const MOVES = 6;

/** How long a board lists a call. */
const LISTED_MS = 600_000;
/** More are not listed: twelve a minute for that long, with a quarter of recalls. */
const KEPT = 150;
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

/** Which board: one of the centre's plan, or any of a hall, or of all halls. */
export interface BoardTopic {
  readonly hallId: string | null;
  readonly boardId: string | null;
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

/** The calls of the last ten minutes at these counters, newest first; where there is none, the last that was. */
function callsOf(store: BoardStore, here: ReadonlySet<number>, at: number): readonly Call[] {
  const isHere = ({ counterId }: Call) => here.has(counterId);
  const listed = store.calls.since(at - LISTED_MS, LOOKED_AT.list).filter(isHere);
  if (listed.length > 0) return listed.slice(0, KEPT);
  return store.calls.last(LOOKED_AT.last).filter(isHere).slice(0, 1);
}

/** What a hall board shows; of the whole centre when `hallId` is null. */
export function boardView(store: BoardStore, centre: Centre, topic: BoardTopic, facts: BoardFacts): BoardView {
  const board = boardOf(centre, topic);
  const { hallId } = board;
  const serviceDay = store.hall.get()?.serviceDay;
  const places = centre.counters.filter(
    ({ id, hallId: of }) =>
      (hallId === null || of === hallId) && (board.counters.length === 0 || board.counters.includes(id)),
  );
  const here = new Set(places.map((place) => place.id));
  const held = store.counters.held();
  const queues = new Set(places.flatMap((place) => levelsOf(centre, place.id).flat()));
  const services = centre.services.filter((service) => queues.has(firstQueueOf(service)));
  return {
    hallId,
    speaks: [...board.speaks],
    volume: board.volume,
    night: board.night,
    media: [...facts.media],
    calls: callsOf(store, here, facts.at).flatMap(({ seq, tokenId, counterId, at }) => {
      const token = store.tokens.get(tokenId);
      // Yesterday's calls are over, but for whoever still stands at a counter.
      const isNow = token !== undefined && (token.serviceDay === serviceDay || isOpen(token));
      return isNow
        ? [{ seq, label: labelOf(token), counterId, serviceId: token.serviceId, language: token.language, at }]
        : [];
    }),
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
