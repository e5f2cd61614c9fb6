import type { Centre } from '../../domain/centre.ts';
import { localTime } from '../../domain/calendar/civil-date.ts';
import type { CallSeen } from '../../domain/wait-forecast/learn-absence.ts';
import { stoppedCallingMs } from '../../domain/wait-forecast/learn-plans.ts';
import type { Occupation } from '../../domain/wait-forecast/learn-service-times.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import { type ArrivalSeen, arrivalsRead } from './arrivals-read.ts';
import { counterWork } from './counter-work.ts';
import { daysRead, type Span } from './days-read.ts';
import { idleCounters } from './idle-counters.ts';
import { staysRead } from './stays-read.ts';
import { queueOf, type TokenSeen, tokensSeen } from './token-seen.ts';

/** What the past days of a hall have to teach. Times of a day in ms after its beginning. */
export interface History {
  readonly days: readonly string[];
  readonly occupations: readonly Occupation[];
  readonly calls: readonly CallSeen[];
  readonly arrivals: readonly ArrivalSeen[];
  /** Day → counter → when it was open. */
  readonly spans: ReadonlyMap<string, ReadonlyMap<number, readonly Span[]>>;
  /** How long counters with nobody took to call somebody who came. */
  readonly reactionsMs: readonly number[];
  /** How many citizens went on at the same counter, of those whose counter does the next stage too. */
  readonly stays: { readonly stayed: number; readonly could: number };
  /** How long after their slot those with an appointment came. */
  readonly slotOffsets: readonly number[];
}

const COMING: readonly string[] = ['issue', 'checkInBooking', 'collect', 'enterPaper'];
/** Work that comes to a line from within the hall, beside what the journeys bring. */
const RETURNING: readonly string[] = ['transfer', 'resume'];
const CALLING: readonly string[] = ['call', 'jump', 'resume'];
const ENDING: readonly string[] = ['finish', 'skipStage', 'sendBack', 'endVisit', 'transfer', 'park', 'markNoShow'];

/** What is kept of the events that were read. */
function notesOf(centre: Centre) {
  const days = daysRead(centre);
  return {
    days,
    came: arrivalsRead(days),
    stays: staysRead(centre),
    idle: idleCounters(),
    work: counterWork((at) => Math.floor(localTime(at, centre.timeZone).msOfDay / 3_600_000)),
  };
}

type Notes = ReturnType<typeof notesOf>;

/** A counter has called: the token that it now has. */
function noteCall({ work, idle, stays }: Notes, event: LoggedEvent, token: TokenSeen, id: number): void {
  const { kind, at, queueAt } = event;
  const { counterId, waitedMs = 0, waitingSince = 0 } = token;
  const queueId = queueOf(token);
  if (queueId === undefined || counterId == null) return;
  work.call(id, counterId, { queueId, at, calledAt: queueAt, waitedMs: waitedMs ?? 0 });
  if (kind !== 'call') return;
  idle.call(counterId, waitingSince, queueAt);
  stays.call(event);
}

/** A token has left the hands of a counter, and is now `after`. */
function noteEnd({ work, idle, stays }: Notes, event: LoggedEvent, counterId: number | null, after: TokenSeen): void {
  const { kind, queueAt, tokenId } = event;
  work.end(tokenId ?? 0, counterId, kind === 'markNoShow', queueAt);
  if (counterId === null) return;
  idle.free(counterId, queueAt);
  if (kind === 'finish') stays.finish(counterId, after);
}

/** A counter that closed when its last citizen was served had made up its mind at some time since it called them. */
function noteStatus({ work, idle, days }: Notes, counterId: number, isOpen: boolean, event: LoggedEvent): void {
  const { at, queueAt } = event;
  const served = isOpen ? undefined : work.justServed(counterId, queueAt);
  days.see(counterId, isOpen, served ? stoppedCallingMs(served.at, at) : at);
  if (isOpen) idle.free(counterId, queueAt);
}

/** What an event says of its token, which `before` was at that counter and is `after` now. */
function noteToken(notes: Notes, event: LoggedEvent, before: number | null, after: TokenSeen): void {
  const { kind, at, tokenId } = event;
  if (COMING.includes(kind)) notes.came.come(after, at);
  if (RETURNING.includes(kind)) notes.came.join(after, at);
  if (CALLING.includes(kind)) noteCall(notes, event, after, tokenId ?? 0);
  if (ENDING.includes(kind)) noteEnd(notes, event, before, after);
}

/** Reads events in order, and gives what they teach. */
export function historyReader(centre: Centre) {
  const tokens = tokensSeen();
  const notes = notesOf(centre);
  return {
    read(event: LoggedEvent): void {
      const { tokenId, payload } = event;
      const { hall, tokens: patches = [], counters = [] } = payload;
      if (hall?.serviceDay !== undefined) notes.days.begin(hall.serviceDay);
      const before = tokens.of(tokenId);
      tokens.apply(patches);
      const after = tokens.of(tokenId);
      if (after) noteToken(notes, event, before?.counterId ?? null, after);
      for (const { id, status } of counters) if (status) noteStatus(notes, id, status === 'open', event);
    },
    history: (): History => ({
      ...notes.days.seen,
      ...notes.came.seen,
      reactionsMs: notes.idle.reactionsMs,
      stays: notes.stays.seen,
      ...notes.work.seen(),
    }),
  };
}
