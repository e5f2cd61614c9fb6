import { localTime } from '../../domain/calendar/civil-date.ts';
import { queueIdOf } from '../../domain/journeys/journey.ts';
import { type DayRule, dayBounds } from '../../domain/calendar/service-day.ts';
import type { Token } from '../../domain/token.ts';
import type { CallSeen } from '../../domain/wait-forecast/learn-absence.ts';
import type { Arrival } from '../../domain/wait-forecast/learn-arrivals.ts';
import { stoppedCallingMs } from '../../domain/wait-forecast/learn-plans.ts';
import type { Occupation } from '../../domain/wait-forecast/learn-service-times.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import { counterWork } from './counter-work.ts';

/** Bins of the day in which arrivals are counted. */
export const ARRIVAL_BIN_MS = 1_800_000;

/** The line of an arrival: its queue and its promise. */
export const arrivalLine = (queueId: string, targetMs: number): string => `${queueId} ${targetMs}`;

type Span = readonly [fromMs: number, toMs: number];

/** What the past days of a hall have to teach. Times of a day in ms after its beginning. */
export interface History {
  readonly days: readonly string[];
  readonly occupations: readonly Occupation[];
  readonly calls: readonly CallSeen[];
  readonly arrivals: readonly Arrival[];
  /** Day → counter → when it was open. */
  readonly spans: ReadonlyMap<string, ReadonlyMap<number, readonly Span[]>>;
  /** How long after their slot those with an appointment came. */
  readonly slotOffsets: readonly number[];
}

/** The service days that were read, and when each counter was open in them. */
function daysRead(rule: DayRule) {
  const days: string[] = [];
  const spans = new Map<string, Map<number, Span[]>>();
  const openSince = new Map<number, number>();
  let beganAt = 0;
  return {
    days,
    spans,
    beganAt: () => beganAt,
    begin(day: string): void {
      days.push(day);
      spans.set(day, new Map());
      [beganAt] = dayBounds(day, rule);
      openSince.clear();
    },
    /** A counter has opened, or no longer is open. */
    see(counterId: number, isOpen: boolean, at: number): void {
      const since = openSince.get(counterId);
      if (isOpen && since === undefined) openSince.set(counterId, at);
      if (isOpen || since === undefined) return;
      openSince.delete(counterId);
      const ofDay = spans.get(days.at(-1) ?? '');
      ofDay?.set(counterId, [...(ofDay.get(counterId) ?? []), [since - beganAt, at - beganAt]]);
    },
  };
}

const ARRIVING: readonly string[] = ['issue', 'checkInBooking', 'collect', 'enterPaper'];
const ENDING: readonly string[] = ['finish', 'skipStage', 'sendBack', 'endVisit', 'transfer', 'park', 'markNoShow'];

/** A token as its events have told it so far. */
type TokenSeen = Partial<Token>;

const queueOf = ({ serviceId, stageId }: TokenSeen): string | undefined =>
  serviceId === undefined ? undefined : queueIdOf(serviceId, stageId ?? '');

/** Reads events in order, and gives what they teach. `rule` says when a service day begins. */
export function historyReader(rule: DayRule) {
  const tokens = new Map<number, TokenSeen>();
  const days = daysRead(rule);
  const work = counterWork((at) => Math.floor(localTime(at, rule.timeZone).msOfDay / 3_600_000));
  const arrivals: Arrival[] = [];
  const slotOffsets: number[] = [];

  function arrive(token: TokenSeen, at: number): void {
    if (token.slotAt != null) slotOffsets.push(at - token.slotAt);
    const queueId = queueOf(token);
    if (token.appointmentId != null || queueId === undefined) return;
    const bin = Math.floor((at - days.beganAt()) / ARRIVAL_BIN_MS);
    arrivals.push({ line: arrivalLine(queueId, token.targetMs ?? 0), bin });
  }

  /** What an event says of its token, which was `before` and has become `after`. */
  function follow(event: LoggedEvent, tokenId: number, before: TokenSeen | undefined, after: TokenSeen): void {
    const { kind, at, queueAt } = event;
    if (ARRIVING.includes(kind)) arrive(after, at);
    const queueId = queueOf(after);
    if ((kind === 'call' || kind === 'jump') && queueId !== undefined && after.counterId != null) {
      work.call(tokenId, after.counterId, { queueId, at, calledAt: queueAt, waitedMs: after.waitedMs ?? 0 });
    }
    if (ENDING.includes(kind)) work.end(tokenId, before?.counterId ?? null, kind === 'markNoShow', queueAt);
  }

  /** A counter that closed when its last citizen was served had made up its mind at some time since it called them. */
  function see(counterId: number, isOpen: boolean, { at, queueAt }: LoggedEvent): void {
    const served = isOpen ? undefined : work.justServed(counterId, queueAt);
    days.see(counterId, isOpen, served ? stoppedCallingMs(served.at, at) : at);
  }

  return {
    read(event: LoggedEvent): void {
      const { payload } = event;
      const { hall, tokens: patches = [], counters = [] } = payload;
      if (hall?.serviceDay !== undefined) days.begin(hall.serviceDay);
      const tokenId = event.tokenId ?? 0;
      const before = tokens.get(tokenId);
      for (const patch of patches) tokens.set(patch.id, { ...tokens.get(patch.id), ...patch });
      const after = tokens.get(tokenId);
      if (after) follow(event, tokenId, before, after);
      for (const { id, status } of counters) if (status) see(id, status === 'open', event);
    },
    history: (): History => ({ days: days.days, spans: days.spans, arrivals, slotOffsets, ...work.seen() }),
  };
}
