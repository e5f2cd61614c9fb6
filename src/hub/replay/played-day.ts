import { isOpenAt } from '../../domain/calendar/opening-hours.ts';
import type { Centre } from '../../domain/centre.ts';
import type { Moment } from '../../domain/decision.ts';
import { queueTimeOf } from '../../domain/what-if/queue-time-of.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import type { DayLog } from '../../store/replay/day-log.ts';
import { scratchStore } from '../../store/replay/scratch-store.ts';
import { boardCallsView, boardView } from '../views/board-view.ts';
import { centreView } from '../views/centre-view.ts';
import type { Topic } from '../views/topics.ts';
import { wallWatch } from '../wall/wall-watch.ts';
import { toldWaits } from './told-waits.ts';

/** So often the wall is looked at while the day runs on to a moment: alarms have to last before they are raised. */
const LOOK_MS = 30_000;

/** Printers and links leave nothing in the log by which a past moment of theirs could be shown. */
const UNSEEN = { kind: 'preview', isReady: true, trouble: null, isPaperLow: false } as const;

/** All consoles and kiosks: they are taken to be there, for the log does not say when they were not. */
const screensOf = ({ counters, kiosks }: Centre): readonly Topic[] => [
  ...counters.map(({ id }) => ({ name: 'counter', counterId: id }) as const),
  ...kiosks.map(({ id }) => ({ name: 'kiosk', kioskId: id }) as const),
];

interface Hands {
  /** The moment to which the day has run (epoch ms). */
  readonly at: () => number;
  /** Lets it run on to a later moment. */
  readonly runTo: (at: number) => void;
  readonly frame: (hallId: string | null) => AnswerOf<'replayFrame'>;
  readonly close: () => void;
}

/** The hall of a store that holds a past moment. */
const hallOf = (store: ReturnType<typeof scratchStore>, start: DayLog['start'], now: () => Moment) => ({
  store,
  get centre(): Centre {
    return store.hall.get()?.centre ?? start.centre;
  },
  serviceDay: () => store.hall.get()?.serviceDay ?? start.day,
  time: {
    now,
    isOpen(): boolean {
      return isOpenAt(store.hall.get()?.centre ?? start.centre, now().at);
    },
  },
});

/** A day from its beginning on: its events go into a store of its own, of which the hub's views are made. */
function dayFromStart({ start, events }: DayLog, migrations: string): Hands {
  const store = scratchStore(start, migrations);
  const waits = toldWaits();
  const queueAt = queueTimeOf(events);
  let place = 0;
  let at = (events[0]?.at ?? 0) - 1;

  const hall = hallOf(store, start, () => ({ at, queueAt: queueAt({ at, seq: Number.MAX_SAFE_INTEGER }) }));
  const waitFor = (serviceId: string) => waits.waitFor(serviceId, at);
  const watch = wallWatch(hall, {
    outlook: { waitFor, closing: () => null },
    printers: { all: () => [], viewOf: () => UNSEEN },
    feeds: { names: [] },
    snapshotAt: () => null,
    notMerged: () => [],
    logFindings: () => ({ brokenLog: null, contradictions: [] }),
    topics: () => screensOf(hall.centre),
  });

  /** The events up to a moment that were not yet taken in. */
  function upTo(until: number): readonly LoggedEvent[] {
    const from = place;
    while (place < events.length && (events[place] as LoggedEvent).at <= until) place += 1;
    return events.slice(from, place);
  }

  return {
    at: () => at,
    runTo(until) {
      while (at < until) {
        at = Math.min(until, at + LOOK_MS);
        const taken = upTo(at);
        store.apply(taken);
        taken.forEach(waits.hear);
        watch.look();
      }
    },
    frame(hallId) {
      const facts = { at, waitFor, media: [] };
      const topic = { hallId, boardId: null };
      const silent = { ...boardView(store, hall.centre, topic, facts), volume: 0, speaks: [] };
      const boardCalls = boardCallsView(store, hall.centre, topic, at);
      return { ...hall.time.now(), wall: { ...watch.look(), kiosks: [] }, board: silent, boardCalls };
    },
    close: store.close,
  };
}

/** When the last thing happened before the hub turned the day, which may be in the middle of the night. */
function lastAtOf({ start, events }: DayLog): number {
  const turn = events.findIndex(({ payload: { hall } }) => (hall?.serviceDay ?? start.day) !== start.day);
  return events[(turn === -1 ? events.length : Math.max(1, turn)) - 1]?.at ?? 0;
}

/** From when to when a day goes, and its centre as it was set up at its end. */
export function spanOfDay(log: DayLog): AnswerOf<'replayDay'> {
  const { start, events } = log;
  const changed = events.findLast(({ payload }) => payload.hall?.centre)?.payload.hall?.centre;
  const centre = centreView(changed ?? start.centre, 'real');
  return { day: start.day, fromAt: events[0]?.at ?? 0, toAt: lastAtOf(log), centre };
}

/** A day that can be looked at at any moment of it: forward it runs on, back it begins anew. */
export function playedDay(log: DayLog, migrations: string) {
  const [first, last] = [log.events[0]?.at ?? 0, lastAtOf(log)];
  let hands = dayFromStart(log, migrations);
  return {
    toAt: last,
    frame(wanted: number, hallId: string | null): AnswerOf<'replayFrame'> {
      const at = Math.min(Math.max(wanted, first), last);
      if (at < hands.at()) {
        hands.close();
        hands = dayFromStart(log, migrations);
      }
      hands.runTo(at);
      return hands.frame(hallId);
    },
    close: (): void => hands.close(),
  };
}

export type PlayedDay = ReturnType<typeof playedDay>;
