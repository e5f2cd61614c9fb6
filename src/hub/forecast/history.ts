import type { CallSeen } from '../../domain/wait-forecast/learn-absence.ts';
import type { Arrival } from '../../domain/wait-forecast/learn-arrivals.ts';
import type { Occupation } from '../../domain/wait-forecast/learn-service-times.ts';
import { localTime } from '../../domain/civil-date.ts';
import { queueIdOf } from '../../domain/journey.ts';
import type { DayRule } from '../../domain/service-day.ts';
import { dayBounds } from '../../domain/service-day.ts';
import type { Token } from '../../domain/token.ts';
import type { LoggedEvent } from '../../store/log/event.ts';

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

interface Held {
  readonly queueId: string;
  readonly at: number;
  readonly calledAt: number;
  readonly waitedMs: number;
}

/** What a counter did last, until its next call says how long that kept it. */
interface Ended {
  readonly occupation: Occupation;
  readonly calledAt: number;
  readonly endedAt: number;
}

/** A counter that calls again within this time was at work all the while; after longer it had nobody to call. */
const PAUSE_MS = 120_000;

const ARRIVING: readonly string[] = ['issue', 'checkInBooking', 'collect', 'enterPaper'];
const ENDING: readonly string[] = ['finish', 'skipStage', 'sendBack', 'endVisit', 'transfer', 'park'];

/** Reads events in order, and gives what they teach. `rule` says when a service day begins. */
export function historyReader(rule: DayRule) {
  const tokens = new Map<number, Partial<Token>>();
  const held = new Map<number, Held>();
  const ended = new Map<number, Ended>();
  const days: string[] = [];
  const occupations: Occupation[] = [];
  const calls: CallSeen[] = [];
  const arrivals: Arrival[] = [];
  const slotOffsets: number[] = [];
  const spans = new Map<string, Map<number, Span[]>>();
  const openSince = new Map<number, number>();
  let day = '';
  let dayBeganAt = 0;

  function beginDay(serviceDay: string): void {
    day = serviceDay;
    days.push(day);
    spans.set(day, new Map());
    [dayBeganAt] = dayBounds(day, rule);
    openSince.clear();
  }

  function settleOccupation(counterId: number, nextCallAt: number): void {
    const one = ended.get(counterId);
    if (!one) return;
    ended.delete(counterId);
    const isAtWork = nextCallAt - one.endedAt <= PAUSE_MS;
    occupations.push({ ...one.occupation, ms: (isAtWork ? nextCallAt : one.endedAt) - one.calledAt });
  }

  function arrive(token: Partial<Token>, at: number): void {
    if (token.slotAt != null) slotOffsets.push(at - token.slotAt);
    if (token.appointmentId != null || token.serviceId === undefined) return;
    const line = arrivalLine(queueIdOf(token.serviceId, token.stageId ?? ''), token.targetMs ?? 0);
    arrivals.push({ line, bin: Math.floor((at - dayBeganAt) / ARRIVAL_BIN_MS) });
  }

  function call(tokenId: number, token: Partial<Token>, { queueAt, at }: LoggedEvent): void {
    const counterId = token.counterId;
    if (counterId == null || token.serviceId === undefined) return;
    settleOccupation(counterId, queueAt);
    const queueId = queueIdOf(token.serviceId, token.stageId ?? '');
    held.set(tokenId, { queueId, at, calledAt: queueAt, waitedMs: token.waitedMs ?? 0 });
  }

  /** The token as it was at the counter: before the event moved it on. */
  function end(tokenId: number, counterId: number | null | undefined, kind: string, queueAt: number): void {
    const one = held.get(tokenId);
    if (!one) return;
    held.delete(tokenId);
    const { waitedMs, calledAt, queueId } = one;
    calls.push({ waitedMs, absentMs: kind === 'markNoShow' ? queueAt - calledAt : null });
    if (kind === 'markNoShow' || counterId == null) return;
    const hour = Math.floor(localTime(one.at, rule.timeZone).msOfDay / 3_600_000);
    ended.set(counterId, { occupation: { work: queueId, hour, ms: 0 }, calledAt, endedAt: queueAt });
  }

  function moveCounter(id: number, isOpen: boolean, at: number): void {
    const since = openSince.get(id);
    if (isOpen && since === undefined) openSince.set(id, at);
    if (isOpen || since === undefined) return;
    openSince.delete(id);
    const ofDay = spans.get(day);
    ofDay?.set(id, [...(ofDay.get(id) ?? []), [since - dayBeganAt, at - dayBeganAt]]);
  }

  return {
    read(event: LoggedEvent): void {
      const { kind, at, queueAt, tokenId, payload } = event;
      if (payload.hall?.serviceDay !== undefined) beginDay(payload.hall.serviceDay);
      const before = tokenId === null ? undefined : tokens.get(tokenId);
      for (const patch of payload.tokens ?? []) tokens.set(patch.id, { ...tokens.get(patch.id), ...patch });
      const token = tokenId === null ? undefined : tokens.get(tokenId);
      if (tokenId !== null && token) {
        if (ARRIVING.includes(kind)) arrive(token, at);
        if (kind === 'call' || kind === 'jump') call(tokenId, token, event);
        if (ENDING.includes(kind) || kind === 'markNoShow') end(tokenId, before?.counterId, kind, queueAt);
      }
      for (const { id, status } of payload.counters ?? []) if (status) moveCounter(id, status === 'open', at);
    },
    history(): History {
      for (const counterId of [...ended.keys()]) settleOccupation(counterId, Number.POSITIVE_INFINITY);
      return { days: [...days], occupations, calls, arrivals, spans, slotOffsets };
    },
  };
}
