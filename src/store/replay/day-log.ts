import type { Centre } from '../../domain/centre.ts';
import { closedCounter, type Counter } from '../../domain/counter.ts';
import type { Token } from '../../domain/token.ts';
import { type DayStart, isOfTurn } from '../../domain/what-if/day-event.ts';
import type { Db } from '../database.ts';
import { patchedToken } from '../log/apply-event.ts';
import type { LoggedEvent, Payload } from '../log/event.ts';
import { readEvents } from '../log/event-log.ts';
import { logReads } from '../log/log-reads.ts';

/** A service day of the log, from its first event to its last; `toAt` is where the next one begins. */
export interface DaySpan {
  readonly day: string;
  readonly fromSeq: number;
  readonly fromAt: number;
  /** Null while the day goes on. */
  readonly toAt: number | null;
}

/** A service day as it is played again: the hall as it began, and all that happened. */
export interface DayLog {
  readonly start: DayStart;
  readonly events: readonly LoggedEvent[];
}

/** A counter that nothing was done to in so many events is closed: the hub closes those that were forgotten. */
const LOOKED_BACK = 40_000;

/** Tokens of earlier days that live still; of those that do not, the day's events tell. */
function livingBefore(db: Db, day: string): readonly number[] {
  return db
    .prepare<[string], { id: number }>(
      `SELECT id FROM token WHERE state IN ('waiting', 'called', 'serving', 'parked', 'carriedOver')
         AND service_day < +? ORDER BY id`,
    )
    .all(day)
    .map(({ id }) => id);
}

/** The ids of tokens that events touch and did not make. */
function touchedBy(events: readonly LoggedEvent[]): readonly number[] {
  const seen = new Set<number>();
  const older = new Set<number>();
  for (const patch of events.flatMap(({ payload }) => payload.tokens ?? [])) {
    if (!seen.has(patch.id) && patch.serviceDay === undefined) older.add(patch.id);
    seen.add(patch.id);
  }
  return [...older];
}

/** The counters as events before that one have left them: each field as it was given last. */
function countersBefore(db: Db, seq: number): readonly Counter[] {
  const rows = db.prepare<[number, number], { payload: string }>(
    `SELECT payload FROM event WHERE seq < +? AND seq >= +? AND payload LIKE '%"counters":%' ORDER BY seq DESC`,
  );
  const known = new Map<number, Partial<Counter>>();
  for (const { payload } of rows.iterate(seq, seq - LOOKED_BACK)) {
    for (const patch of (JSON.parse(payload) as Payload).counters ?? []) {
      known.set(patch.id, { ...patch, ...known.get(patch.id) });
    }
  }
  return [...known].map(([id, fields]) => ({ ...closedCounter(id, 0), ...fields }));
}

/** The service days of a log, and what happened in each. `complete` gives a centre of an earlier version whole. */
export function dayLog(db: Db, complete: (centre: Centre) => Centre) {
  const { events, setUps } = logReads(db);
  const marks = db.prepare<[], { seq: number; at: number; day: string }>(
    `SELECT seq, at, payload ->> '$.hall.serviceDay' AS day FROM event INDEXED BY event_of_day
     WHERE kind IN ('setUp', 'turnDay') AND day IS NOT NULL ORDER BY seq`,
  );

  function tokenBefore(id: number, seq: number): Token | undefined {
    let token: Token | undefined;
    for (const { payload } of events.ofToken(id, seq - 1)) {
      for (const patch of payload.tokens ?? []) if (patch.id === id) token = patchedToken(token, patch);
    }
    // Whoever is let go by the closing of a counter is so by an event of the counter.
    return token?.state === 'carriedOver' ? { ...token, boundCounterId: null } : token;
  }

  /** The day's own events: after the turn that begins it, and with the one that ends it. */
  function eventsFrom(mark: number, day: string): readonly LoggedEvent[] {
    const read: LoggedEvent[] = [];
    let isOver = false;
    for (const event of readEvents(db, mark)) {
      const { hall } = event.payload;
      if (isOver && !isOfTurn(event)) break;
      isOver ||= hall?.serviceDay !== undefined && hall.serviceDay !== day;
      if (read.length > 0 || !(isOfTurn(event) || event.kind === 'turnDay')) read.push(withWhole(event, complete));
    }
    return read;
  }

  function days(): readonly DaySpan[] {
    const all = marks.all().filter(({ day }, place, list) => day !== list[place - 1]?.day);
    return all.map(({ seq, at, day }, place) => ({ day, fromSeq: seq, fromAt: at, toAt: all[place + 1]?.at ?? null }));
  }

  return {
    days,
    /** A day to play again; undefined when there is none, or nothing has happened in it. */
    read(day: string): DayLog | undefined {
      const mark = days().find((one) => one.day === day);
      const all = mark ? eventsFrom(mark.fromSeq, day) : [];
      const [first] = all;
      if (!first) return undefined;
      const centre = setUps(first.seq, 1)[0]?.payload.hall?.centre;
      if (!centre) return undefined;
      const ids = new Set([...livingBefore(db, day), ...touchedBy(all)]);
      const tokens = [...ids].flatMap((id) => tokenBefore(id, first.seq) ?? []);
      return {
        start: { centre: complete(centre), day, tokens, counters: countersBefore(db, first.seq) },
        events: all,
      };
    },
  };
}

/** An event with the centre that it sets up whole. */
function withWhole(event: LoggedEvent, complete: (centre: Centre) => Centre): LoggedEvent {
  const { hall } = event.payload;
  if (!hall?.centre) return event;
  return { ...event, payload: { ...event.payload, hall: { ...hall, centre: complete(hall.centre) } } };
}
