import { parentPort, workerData } from 'node:worker_threads';
import { type Centre, findService, firstQueueOf, levelsOf } from '../../domain/centre.ts';
import type { Moment } from '../../domain/decision.ts';
import { type ForecastScore, scoreOf } from '../../domain/forecast-score.ts';
import { addDays } from '../../domain/calendar/civil-date.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import { playCalls, rangesOf, type WaitRange } from '../../domain/wait-forecast/forecast-waits.ts';
import { closingAt, openMsBetween } from '../../domain/calendar/opening-hours.ts';
import { appointmentStore } from '../../store/bookings/appointment-store.ts';
import { openReadOnly } from '../../store/database.ts';
import { hallReads } from '../../store/hall-reads.ts';
import { readEvents, seqSince } from '../../store/log/event-log.ts';
import { type Closing, closingOf } from './closing.ts';
import { inLine } from './in-line.ts';
import { hallOf, type Newcomer, type Snapshot } from './hall-of.ts';
import { stepBack } from '../workers/step-back.ts';
import { type History, historyReader } from './history.ts';
import { type Knowledge, learn } from './knowledge.ts';

/** What the worker is asked: the waits of a moment. */
export interface Asked {
  readonly now: Moment;
  readonly serviceDay: string;
  readonly seed: number;
  /** The centre, with the first question and whenever it has changed. */
  readonly centre?: Centre;
}

/** How the forecasts of a service did on one day. */
export interface DayScore {
  readonly serviceDay: string;
  readonly serviceId: string;
  readonly score: ForecastScore;
}

/** What it answers: a range for each waiting token and for each kind of newcomer, and its own record. */
export interface Answered {
  readonly runs: number;
  readonly tookMs: number;
  readonly tokens: readonly (readonly [tokenId: number, range: WaitRange])[];
  readonly newcomers: readonly (readonly [newcomer: Newcomer, range: WaitRange])[];
  readonly scores: readonly DayScore[];
  /** When it was asked (epoch ms): what is told in ms from now begins there. */
  readonly at: number;
  readonly closing: Closing;
}

const RUNS = 200;
/** Days that are learned from, and after how long they are read again. */
const LEARNED_DAYS = 14;
const LEARN_AGAIN_MS = 10 * 60_000;
const SCORED_DAYS = 7;

stepBack();
const { storeFile } = workerData as { readonly storeFile: string };
const db = openReadOnly(storeFile);
const reads = hallReads(db);
const appointments = appointmentStore(db);
let centre: Centre;
let known: { readonly knowledge: Knowledge; readonly scores: readonly DayScore[]; readonly at: number } | undefined;
/** What was read of the log for a service day, and where to read on. */
let read: { readonly day: string; readonly reader: ReturnType<typeof historyReader>; nextSeq: number } | undefined;

function scoresSince(fromDay: string): readonly DayScore[] {
  const groups = Map.groupBy(reads.scored(fromDay), (row) => `${row.serviceDay} ${row.serviceId}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    return first ? [{ serviceDay: first.serviceDay, serviceId: first.serviceId, score: scoreOf(rows) }] : [];
  });
}

/** The past days are read once a day, the running one as it grows. */
function historyOf(serviceDay: string, fromAt: number): History {
  if (read?.day !== serviceDay) {
    read = { day: serviceDay, reader: historyReader(centre), nextSeq: seqSince(db, fromAt) };
  }
  for (const event of readEvents(db, read.nextSeq)) {
    read.reader.read(event);
    read.nextSeq = event.seq + 1;
  }
  return read.reader.history();
}

function learnAnew(now: Moment, serviceDay: string): NonNullable<typeof known> {
  const [fromAt] = dayBounds(addDays(serviceDay, -LEARNED_DAYS), centre);
  const [todayAt] = dayBounds(serviceDay, centre);
  const booked = appointments.slots(fromAt, now.at).reduce((sum, slot) => sum + slot.booked, 0);
  const today = { day: serviceDay, msOfDay: now.at - todayAt };
  const knowledge = learn(centre, historyOf(serviceDay, fromAt), booked, today);
  return { knowledge, scores: scoresSince(addDays(serviceDay, -SCORED_DAYS)), at: now.at };
}

/**
 * Whether a counter is open for newcomers of a service. While none is, an endless wait is no forecast: nobody has sat
 * down yet, and no citizen is sent away for that.
 */
function isServed(serviceId: string, { counters }: Snapshot): boolean {
  const service = findService(centre, serviceId);
  if (!service) return false;
  const queueId = firstQueueOf(service);
  return counters.some(
    ({ id, isOpen }) => isOpen === 1 && levelsOf(centre, id).some((level) => level.includes(queueId)),
  );
}

/** Open time until the doors close today; null while they never do, or are closed. */
function closesInMs(at: number): number | null {
  const closesAt = closingAt(centre, at);
  return closesAt === null ? null : openMsBetween(centre, at, closesAt);
}

function forecast({ now, serviceDay, seed }: Asked): Answered {
  const beganMs = performance.now();
  if (!known || Math.abs(now.at - known.at) > LEARN_AGAIN_MS) known = learnAnew(now, serviceDay);
  const [, dayEndsAt] = dayBounds(serviceDay, centre);
  const waiting = inLine(reads, now);
  const expected = appointments.expected(now.at - centre.appointments.lateMs, dayEndsAt);
  const snapshot = { now, serviceDay, waiting, counters: reads.counters(), expected };
  const { hall, newcomers } = hallOf(centre, snapshot, known.knowledge);
  const calls = playCalls(hall, RUNS, seed);
  // Before the ranges, which leave the plays in another order.
  const closing = closingOf(centre, waiting, { hall, calls, runs: RUNS }, closesInMs(now.at));
  const waits = rangesOf(hall, calls, RUNS);
  const none = { p50Ms: Number.POSITIVE_INFINITY, p90Ms: Number.POSITIVE_INFINITY };
  return {
    runs: waits.runs,
    tookMs: performance.now() - beganMs,
    tokens: waiting.map(({ id }, place) => [id, waits.waiting[place] ?? none] as const),
    newcomers: newcomers.flatMap(({ serviceId, targetMs }, place) => {
      const range = waits.newcomers[place] ?? none;
      const isKnown = range.p50Ms !== Number.POSITIVE_INFINITY || isServed(serviceId, snapshot);
      return isKnown ? [[{ serviceId, targetMs }, range] as const] : [];
    }),
    scores: known.scores,
    at: now.at,
    closing,
  };
}

/** What was learned of another plan of the hall is learned anew. */
function follow(asked: Asked): void {
  if (!asked.centre) return;
  centre = asked.centre;
  known = undefined;
  read = undefined;
}

parentPort?.on('message', (asked: Asked | 'stop') => {
  if (asked === 'stop') return parentPort?.close();
  try {
    follow(asked);
    parentPort?.postMessage(forecast(asked));
  } catch (error) {
    parentPort?.postMessage({ trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
