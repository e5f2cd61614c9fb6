import type { Counter } from '../counter.ts';
import { FRESH_TOKEN, type Token } from '../token.ts';
import { type DayEvent, type DayStart, type Instant, type Place, placeOf } from './day-event.ts';
import { type DayHall, dayHall } from './day-hall.ts';
import type { Coming, CounterDeed, DayScript, Deed, Patience, Spell } from './day-script.ts';
import { queueTimeOf } from './queue-time-of.ts';
import { readiness } from './readiness.ts';
import { usualBook } from './usual.ts';

const isCounterDeed = (kind: string): kind is CounterDeed['kind'] =>
  kind === 'openCounter' || kind === 'takeBreak' || kind === 'closeCounter';

/** The spells of tokens while they are read, with since when each lasts. */
function spellBook(start: DayStart, from: Instant) {
  const spells = new Map<number, { place: Place; deeds: Deed[] }[]>();
  const since = new Map<number, Instant>();
  const enter = (id: number, place: Place, now: Instant): void => {
    spells.set(id, [...(spells.get(id) ?? []), { place, deeds: [] }]);
    since.set(id, now);
  };
  for (const token of start.tokens) enter(token.id, placeOf(token), from);
  return {
    spells: spells as ReadonlyMap<number, readonly Spell[]>,
    moved(before: Token | undefined, after: Token, now: Instant): void {
      if (!before || placeOf(before) !== placeOf(after)) enter(after.id, placeOf(after), now);
    },
    /** Notes what was done to a token where it is. */
    note(tokenId: number, deed: Omit<Deed, 'afterMs'>, at: number): void {
      const afterMs = Math.max(0, at - (since.get(tokenId)?.at ?? at));
      spells
        .get(tokenId)
        ?.at(-1)
        ?.deeds.push({ ...deed, afterMs });
    },
  };
}

/** A call by the rule: not one with which a citizen stays at the counter for the next stage. */
const isByRule = ({ kind, payload }: DayEvent): boolean => kind === 'call' && payload.about?.['stays'] !== true;

const patchOf = ({ payload, tokenId }: DayEvent): Partial<Token> | undefined =>
  payload.tokens?.find(({ id }) => id === tokenId);

function deedOf(event: DayEvent, patch: Partial<Token>): Omit<Deed, 'afterMs'> {
  const { kind, seq, at, payload } = event;
  const { returnAt } = patch;
  const returnMs = typeof returnAt === 'number' ? returnAt - at : null;
  return { kind, seq, patch, about: payload.about ?? {}, returnMs };
}

/** Writes what an event changes into the hall. */
function apply(
  hall: DayHall,
  { payload, at }: DayEvent,
  moved: (before: Token | undefined, after: Token) => void,
): void {
  if (payload.hall?.centre) hall.setUp(payload.hall.centre);
  for (const patch of payload.tokens ?? []) {
    const before = hall.token(patch.id);
    // A patch of somebody who is not known is of one who has long left.
    if (!before && patch.serviceId === undefined) continue;
    const after = { ...FRESH_TOKEN, ...before, ...patch } as Token;
    hall.put(after);
    moved(before, after);
  }
  for (const patch of payload.counters ?? []) {
    const before: Counter = { ...hall.counter(patch.id), statusAt: at };
    hall.putCounter({ ...before, ...patch });
  }
}

/** How long operators let somebody wait, counter by counter, while the day is read. */
function patienceBook(hall: DayHall) {
  const patience = new Map<number, Patience[]>();
  const note = (counterId: number, one: Patience): void =>
    void patience.set(counterId, [...(patience.get(counterId) ?? []), one]);
  let event: DayEvent | undefined;
  const ready = readiness(hall, {
    began: () => undefined,
    ended(counterId, { at, seq }, since) {
      const hasCalled = event !== undefined && isByRule(event) && patchOf(event)?.counterId === counterId;
      // What took the last one away comes first; only then would this counter have called.
      note(counterId, { afterMs: at - since.at, seq: hasCalled ? seq : seq + 0.5, hasCalled });
    },
  });
  return {
    patience: patience as ReadonlyMap<number, readonly Patience[]>,
    look(of: DayEvent): void {
      event = of;
      ready.look(of);
    },
    /** The log ends while somebody is let wait: for longer than that. */
    close(at: number): void {
      for (const [id, since] of ready.open()) {
        note(id, { afterMs: at - since.at + 1, seq: Number.MAX_SAFE_INTEGER, hasCalled: false });
      }
    },
  };
}

/** When counters are opened and left, while the day is read. */
function counterBook(hall: DayHall) {
  const counters = new Map<number, CounterDeed[]>();
  return {
    counters: counters as ReadonlyMap<number, readonly CounterDeed[]>,
    note({ at, seq, kind, payload }: DayEvent): void {
      const [change] = payload.counters ?? [];
      if (!change || !isCounterDeed(kind)) return;
      const whenEmpty = kind === 'closeCounter' && !hall.isWaitedFor(change.id);
      const deed = { at, seq, kind, operator: change.operator ?? null, whenEmpty };
      counters.set(change.id, [...(counters.get(change.id) ?? []), deed]);
    },
  };
}

/** Who comes, and what is done to them, while the day is read. */
function tokenBook(hall: DayHall, book: ReturnType<typeof spellBook>) {
  const usual = usualBook();
  const comings: Coming[] = [];
  return {
    comings: comings as readonly Coming[],
    usual: usual.usual,
    note(event: DayEvent): void {
      const { tokenId, at, seq, kind } = event;
      const patch = patchOf(event);
      if (tokenId === null || !patch || isByRule(event)) return;
      const before = hall.token(tokenId);
      if (before) {
        usual.note(event, before);
        book.note(tokenId, deedOf(event, patch), at);
      } else if (patch.serviceId !== undefined)
        comings.push({ at, seq, kind, token: { ...FRESH_TOKEN, ...patch } as Token });
    },
  };
}

const instantOf = ({ at, seq }: DayEvent): Instant => ({ at, seq });

/** Where the hub ends the day: it names the next one. */
const turnOf = (day: string, events: readonly DayEvent[]): Instant | null => {
  const event = events.find(({ payload: { hall } }) => hall?.serviceDay !== undefined && hall.serviceDay !== day);
  return event ? instantOf(event) : null;
};

/** Before the first event, and at the last. */
function endsOf(events: readonly DayEvent[]): readonly [from: Instant, to: Instant] {
  const [first, last] = [events[0], events.at(-1)];
  const from = { at: first?.at ?? 0, seq: (first?.seq ?? 1) - 1 };
  return [from, last ? instantOf(last) : from];
}

/** Whose time to come back was over at the turn. */
function expiredIn(events: readonly DayEvent[], turn: Instant | null): readonly number[] {
  if (turn === null) return [];
  return events.flatMap(({ seq, kind, tokenId }) =>
    seq > turn.seq && kind === 'leave' && tokenId !== null ? [tokenId] : [],
  );
}

/** Reads a service day's events, in order, into what its people wanted and how long it took them. */
export function readScript(start: DayStart, events: readonly DayEvent[]): DayScript {
  const [from, to] = endsOf(events);
  const turn = turnOf(start.day, events);
  const hall = dayHall(start);
  const book = spellBook(start, from);
  const [counters, tokens, patience] = [counterBook(hall), tokenBook(hall, book), patienceBook(hall)];
  for (const event of events) {
    if (turn === null || event.seq < turn.seq) {
      counters.note(event);
      tokens.note(event);
    }
    apply(hall, event, (before, after) => book.moved(before, after, event));
    patience.look(event);
  }
  patience.close(to.at);
  return {
    start,
    from,
    to,
    comings: tokens.comings,
    spells: book.spells,
    counters: counters.counters,
    patience: patience.patience,
    setUps: events.flatMap((event) =>
      event.payload.hall?.centre ? [{ ...instantOf(event), centre: event.payload.hall.centre }] : [],
    ),
    turn,
    expired: expiredIn(events, turn),
    queueAt: queueTimeOf(events),
    usual: tokens.usual(patience.patience),
  };
}
