import {
  type Centre,
  findService,
  firstQueueOf,
  levelsOf,
  type Service,
  serviceTargetMs,
} from '../../domain/centre.ts';
import { localTime } from '../../domain/calendar/civil-date.ts';
import { findStage, queueIdOf, stageAfter } from '../../domain/journeys/journey.ts';
import { closingAt, openMsBetween } from '../../domain/calendar/opening-hours.ts';
import type { Moment } from '../../domain/decision.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import type { ForecastHall } from '../../domain/wait-forecast/forecast-hall.ts';
import type { Law } from '../../domain/wait-forecast/law.ts';
import type { CounterRow, WaitingRow } from '../../store/hall-reads.ts';
import type { Knowledge } from './knowledge.ts';

/** The hall of a moment, as it is read from the store. */
export interface Snapshot {
  readonly now: Moment;
  readonly serviceDay: string;
  readonly waiting: readonly WaitingRow[];
  readonly counters: readonly CounterRow[];
  /** Appointments of today that have not checked in. */
  readonly expected: readonly { readonly serviceId: string; readonly slotAt: number }[];
}

/** Somebody who comes now for a service, as a walk-in of some class or with an appointment: the promise tells which. */
export interface Newcomer {
  readonly serviceId: string;
  readonly targetMs: number;
}

/** The hall that is played, and whom its newcomers stand for. */
export interface Played {
  readonly hall: ForecastHall;
  readonly newcomers: readonly Newcomer[];
}

const BIN_MS = 300_000;
const HOUR_MS = 3_600_000;
/** The counters serve who is inside for this long after the doors are closed. */
const AFTER_MS = 4 * 3_600_000;
/** A hall that never closes is played for this long. */
const ENDLESS_MS = 12 * 3_600_000;

interface LineKey {
  readonly serviceId: string;
  readonly stageId: string;
  readonly targetMs: number;
  readonly boundCounterId: number | null;
}

/** The lines of a hall, each with its number; asking for one that is not there makes it. */
function lineBook() {
  const keys: LineKey[] = [];
  const numbers = new Map<string, number>();
  return {
    keys,
    numberOf(key: LineKey): number {
      const text = `${key.serviceId}/${key.stageId} ${key.targetMs} ${key.boundCounterId ?? ''}`;
      const known = numbers.get(text);
      if (known !== undefined) return known;
      keys.push(key);
      numbers.set(text, keys.length - 1);
      return keys.length - 1;
    },
  };
}

type LineBook = ReturnType<typeof lineBook>;

/** The line at which somebody of a line goes on: the next counter stage, with the same part of its promise. */
function nextLine(centre: Centre, { serviceId, stageId, targetMs }: LineKey, book: LineBook): number {
  const service = findService(centre, serviceId);
  const stage = service && findStage(service, stageId);
  const next = service && stageAfter(service, stageId);
  if (!stage || next?.place !== 'counter') return -1;
  const share = Math.min(1, targetMs / stage.targetMs);
  const isAppointment = targetMs === centre.appointments.targetMs;
  const promised = Math.round(next.targetMs * (isAppointment ? 1 : share));
  return book.numberOf({ serviceId, stageId: next.id, targetMs: promised, boundCounterId: null });
}

const freshLine = (centre: Centre, serviceId: string, targetMs?: number): LineKey | undefined => {
  const service = findService(centre, serviceId);
  if (!service) return undefined;
  const stageId = firstQueueOf(service).split('/')[1] ?? '';
  return { serviceId, stageId, targetMs: targetMs ?? serviceTargetMs(service), boundCounterId: null };
};

/** Whether somebody who comes now can stand in that line. */
function isFresh(services: readonly Service[], { serviceId, stageId, boundCounterId }: LineKey): boolean {
  const service = services.find((one) => one.id === serviceId);
  return boundCounterId === null && service !== undefined && firstQueueOf(service) === queueIdOf(serviceId, stageId);
}

/** How long the play goes on: what is left of the day, and the time after it. */
function horizonOf(centre: Centre, at: number): { readonly openMs: number; readonly horizonMs: number } {
  const closesAt = closingAt(centre, at);
  if (closesAt === null) return { openMs: ENDLESS_MS, horizonMs: ENDLESS_MS };
  const openMs = openMsBetween(centre, at, closesAt);
  return { openMs, horizonMs: openMs + AFTER_MS };
}

/** The middles of the bins of open time that are left, in ms after now. */
const binsOf = (openMs: number): readonly number[] =>
  Array.from({ length: Math.ceil(openMs / BIN_MS) }, (_, bin) => (bin + 0.5) * BIN_MS);

/** Who comes to a line in each bin (the journeys bring theirs besides), and nobody after the doors are closed. */
type ArrivalsOf = (key: LineKey) => readonly number[];

function arrivalsBy(centre: Centre, { now, serviceDay }: Snapshot, knowledge: Knowledge, openMs: number): ArrivalsOf {
  const [dayBeganAt] = dayBounds(serviceDay, centre);
  const bins = binsOf(openMs);
  return ({ serviceId, stageId, targetMs, boundCounterId }) => {
    const service = findService(centre, serviceId);
    const queueId = queueIdOf(serviceId, stageId);
    if (boundCounterId !== null || !service) return [0];
    return [...bins.map((ms) => knowledge.arrivalsAt(queueId, targetMs, now.at + ms - dayBeganAt)), 0];
  };
}

/** Opens the lines to which citizens are still to come; others would only be looked at for nothing. */
function openLines(services: readonly Service[], { lines }: Knowledge, book: LineBook, arrivalsOf: ArrivalsOf): void {
  for (const one of lines) {
    const service = services.find(({ id }) => id === one.serviceId);
    const line = { ...one, boundCounterId: null };
    if (service && findStage(service, one.stageId) && arrivalsOf(line).some((rate) => rate > 0)) book.numberOf(line);
  }
}

function bookedOf(centre: Centre, { now, expected }: Snapshot, book: LineBook): ForecastHall['booked'] {
  return expected.flatMap(({ serviceId, slotAt }) => {
    const key = freshLine(centre, serviceId, centre.appointments.targetMs);
    const sign = slotAt < now.at ? -1 : 1;
    const slotMs = sign * openMsBetween(centre, Math.min(slotAt, now.at), Math.max(slotAt, now.at));
    return key ? [{ line: book.numberOf(key), slotMs }] : [];
  });
}

/** Whom each counter holds, in the order of the counters. */
const heldBy = ({ now, counters }: Snapshot, book: LineBook) =>
  counters.map(({ serviceId, stageId, targetMs, calledAt }) =>
    serviceId === null || stageId === null || targetMs === null
      ? null
      : {
          line: book.numberOf({ serviceId, stageId, targetMs, boundCounterId: null }),
          elapsedMs: Math.max(0, now.at - (calledAt ?? now.at)),
        },
  );

/** An unknown stage is thought to take as long as most do. */
const UNKNOWN_MS = 300_000;

/** Every line with its law. The book grows while it is walked: going on to a next stage opens that line. */
function linesOf(centre: Centre, snapshot: Snapshot, knowledge: Knowledge, book: LineBook, arrivalsOf: ArrivalsOf) {
  const { at } = snapshot.now;
  const { msOfDay } = localTime(at, centre.timeZone);
  const hours = binsOf(horizonOf(centre, at).openMs).map((ms) => Math.floor((msOfDay + ms) / HOUR_MS) % 24);
  const laws: Law[] = [];
  const lines: ForecastHall['lines'][number][] = [];
  for (let number = 0; number < book.keys.length; number += 1) {
    const key = book.keys[number];
    if (!key) break;
    const service = findService(centre, key.serviceId);
    const queueId = queueIdOf(key.serviceId, key.stageId);
    laws.push(knowledge.lawOf(queueId, (service && findStage(service, key.stageId)?.serviceMs) ?? UNKNOWN_MS));
    lines.push({
      targetMs: key.targetMs,
      law: number,
      stretch: hours.length === 0 ? [1] : hours.map((hour) => knowledge.stretchAt(queueId, hour)),
      arrivals: arrivalsOf(key),
      next: nextLine(centre, key, book),
      nextShare: 1,
      stayShare: knowledge.stayShare,
    });
  }
  return { laws, lines };
}

/** The lines that a counter serves, with their levels. */
function servedBy(centre: Centre, id: number, book: LineBook): ForecastHall['counters'][number]['serves'] {
  const levels = levelsOf(centre, id);
  return book.keys.flatMap(({ serviceId, stageId, boundCounterId }, line) => {
    if (boundCounterId !== null) return boundCounterId === id ? [{ line, level: 0 }] : [];
    const level = levels.findIndex((queues) => queues.includes(queueIdOf(serviceId, stageId)));
    return level === -1 ? [] : [{ line, level }];
  });
}

/** Makes what the forward play needs out of the hall of a moment and of what is believed of it. */
export function hallOf(centre: Centre, snapshot: Snapshot, knowledge: Knowledge): Played {
  const { now, serviceDay } = snapshot;
  const { openMs, horizonMs } = horizonOf(centre, now.at);
  const book = lineBook();
  const arrivalsOf = arrivalsBy(centre, snapshot, knowledge, openMs);
  const waiting = snapshot.waiting.map((row) => ({
    line: book.numberOf(row),
    sinceMs: row.waitingSince - now.queueAt,
  }));
  const services = centre.services.filter((service) => !service.isClosed);
  for (const { id } of services) {
    // A walk-in, and an appointment whose slot begins now.
    for (const targetMs of [undefined, centre.appointments.targetMs]) {
      const key = freshLine(centre, id, targetMs);
      if (key) book.numberOf(key);
    }
  }
  openLines(services, knowledge, book, arrivalsOf);
  const newcomers = book.keys.filter((key) => isFresh(services, key));
  const booked = bookedOf(centre, snapshot, book);
  const holds = heldBy(snapshot, book);
  const { laws, lines } = linesOf(centre, snapshot, knowledge, book, arrivalsOf);
  const [dayBeganAt] = dayBounds(serviceDay, centre);
  const counters = snapshot.counters.map(({ id, isOpen }, place) => {
    const held = holds[place] ?? null;
    const msOfDay = now.at - dayBeganAt;
    return {
      levels: Math.max(1, levelsOf(centre, id).length),
      serves: servedBy(centre, id, book),
      holds: held,
      plans: knowledge.plansOf(id, serviceDay, msOfDay, isOpen === 1, msOfDay - (held?.elapsedMs ?? 0)),
    };
  });
  const { booking, absence, absenceLaw, reaction } = knowledge;
  const hall = {
    binMs: BIN_MS,
    horizonMs,
    laws,
    lines,
    counters,
    waiting,
    newcomers: newcomers.map(book.numberOf),
    booked,
    booking,
    absence,
    absenceLaw,
    reaction,
  };
  return { hall, newcomers };
}
