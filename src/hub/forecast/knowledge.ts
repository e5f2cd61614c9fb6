import type { Centre } from '../../domain/centre.ts';
import { weekday } from '../../domain/calendar/civil-date.ts';
import type { ForecastHall, FutureSpan } from '../../domain/wait-forecast/forecast-hall.ts';
import { type Law, lawFrom } from '../../domain/wait-forecast/law.ts';
import { learnAbsence } from '../../domain/wait-forecast/learn-absence.ts';
import { arrivalsToday } from '../../domain/wait-forecast/arrivals-today.ts';
import { learnArrivals } from '../../domain/wait-forecast/learn-arrivals.ts';
import { plansFrom } from '../../domain/wait-forecast/learn-plans.ts';
import { learnReaction } from '../../domain/wait-forecast/learn-reaction.ts';
import { learnServiceTimes } from '../../domain/wait-forecast/learn-service-times.ts';
import type { ArrivalSeen } from './arrivals-read.ts';
import type { History } from './history.ts';

/** What is believed of a hall beyond what can be seen of it now. `msOfDay` is after the service day's beginning. */
export interface Knowledge {
  lawOf(queueId: string, configuredMs: number): Law;
  /** How much longer it takes at an hour of the centre's day. */
  stretchAt(queueId: string, hour: number): number;
  /** The lines that somebody came to. */
  readonly lines: readonly { readonly serviceId: string; readonly stageId: string; readonly targetMs: number }[];
  /** Who comes to a line, per ms. */
  arrivalsAt(queueId: string, targetMs: number, msOfDay: number): number;
  /** `seenMs` is when the counter was last seen to be as it is: a call, while it holds a citizen. */
  plansOf(
    counterId: number,
    day: string,
    msOfDay: number,
    isOpen: boolean,
    seenMs?: number,
  ): readonly (readonly FutureSpan[])[];
  /** Share of citizens who go on at the same counter where it does their next stage too. */
  readonly stayShare: number;
  readonly booking: ForecastHall['booking'];
  readonly absence: readonly number[];
  readonly absenceLaw: Law;
  readonly reaction: Law;
}

/** The service day that runs, and how far it has come (ms). */
export interface Today {
  readonly day: string;
  readonly msOfDay: number;
}

/** A line by its queue and its promise. */
const arrivalLine = (queueId: string, targetMs: number): string => `${queueId} ${targetMs}`;

/** Bins of the day in which arrivals are counted. */
const ARRIVAL_BIN_MS = 1_800_000;
const binOf = (msOfDay: number): number => Math.floor(msOfDay / ARRIVAL_BIN_MS);

/** Before anybody with an appointment was seen: most come, within a quarter-hour before the slot. */
const UNSEEN_BOOKING = { comeShare: 0.85, earliestMs: -900_000 } as const;
const COME_COUNTS = 20;
/** Before anybody was seen to go on at the same counter or not, all do, as if so many had: it is the operator's first key. */
const STAY_COUNTS = 10;

function bookingOf({ slotOffsets }: History, booked: number): Knowledge['booking'] {
  const offsets = slotOffsets.length === 0 ? [UNSEEN_BOOKING.earliestMs, 0] : slotOffsets;
  const earliestMs = Math.min(...offsets);
  return {
    comeShare:
      (slotOffsets.length + UNSEEN_BOOKING.comeShare * COME_COUNTS) /
      (Math.max(booked, slotOffsets.length) + COME_COUNTS),
    earliestMs,
    law: lawFrom(offsets.map((value) => ({ value: value - earliestMs, weight: 1 }))),
  };
}

/** Fridays have hours of their own: a counter's day is held against days of the same opening hours, where there are any. */
function alikeDays(centre: Centre, days: readonly string[], today: string): readonly string[] {
  const hoursOf = (day: string) => JSON.stringify(centre.hours[weekday(day)] ?? []);
  const alike = days.filter((day) => hoursOf(day) === hoursOf(today));
  return alike.length > 0 ? alike : days;
}

/** How many came per ms in the last hour, or since the first of today; no less than a quarter-hour is looked at. */
function latelyOf(cameMs: readonly number[], nowMs: number): number {
  const sinceMs = Math.max(nowMs - 3_600_000, Math.min(nowMs - 900_000, ...cameMs));
  return cameMs.filter((ms) => ms >= sinceMs).length / (nowMs - sinceMs);
}

/** Who walks in for the rest of the day: as on past days, and as today has begun. */
function arrivalsOf({ arrivals }: History, past: readonly string[], { day, msOfDay }: Today) {
  const before = arrivals.filter((one) => past.includes(one.day));
  const today = arrivals.filter((one) => one.day === day);
  const lineOf = (one: ArrivalSeen) => arrivalLine(one.queueId, one.targetMs);
  const learned = learnArrivals(
    before.map((one) => ({ line: lineOf(one), bin: binOf(one.msOfDay) })),
    past.length,
  );
  const lines = [...new Set(before.map(lineOf))];
  const rate = (line: string, at: number) => learned(line, binOf(at)) / ARRIVAL_BIN_MS;
  // Whole bins and the part of the running one.
  const expectedBy = (line: string) =>
    Array.from(
      { length: binOf(msOfDay) + 1 },
      (_, bin) => Math.min(ARRIVAL_BIN_MS, msOfDay - bin * ARRIVAL_BIN_MS) * rate(line, bin * ARRIVAL_BIN_MS),
    ).reduce((sum, one) => sum + one, 0);
  const byLine = Map.groupBy(today, lineOf);
  const came = new Map([...byLine].map(([line, all]) => [line, all.length]));
  return arrivalsToday(
    {
      came,
      expected: past.length === 0 ? null : lines.reduce((sum, line) => sum + expectedBy(line), 0),
      lately: latelyOf(
        today.map((one) => one.msOfDay),
        msOfDay,
      ),
    },
    rate,
  );
}

function linesOf({ arrivals }: History): Knowledge['lines'] {
  const seen = new Map(arrivals.map((one) => [arrivalLine(one.queueId, one.targetMs), one]));
  return [...seen.values()].map(({ queueId, targetMs }) => {
    const [serviceId = '', stageId = ''] = queueId.split('/');
    return { serviceId, stageId, targetMs };
  });
}

/** Learns from past days and from this one so far; `booked` is how many appointments they had. */
export function learn(centre: Centre, history: History, booked: number, today: Today): Knowledge {
  const times = learnServiceTimes(history.occupations);
  const laws = new Map<string, Law>();
  // A holiday, or a day on which the hub merely ran, teaches nothing of days with citizens.
  const busy = new Set(history.arrivals.map((one) => one.day));
  const past = history.days.filter((day) => day < today.day && busy.has(day));
  const alike = alikeDays(centre, past, today.day);
  const arrivals = arrivalsOf(history, alike, today);
  const { absence, law: absenceLaw } = learnAbsence(history.calls);
  return {
    lines: linesOf(history),
    lawOf(queueId, configuredMs) {
      const law = laws.get(queueId) ?? times.lawOf(queueId, configuredMs);
      laws.set(queueId, law);
      return law;
    },
    stretchAt: (queueId, hour) => times.stretchAt(queueId, hour),
    arrivalsAt: (queueId, targetMs, msOfDay) => arrivals(arrivalLine(queueId, targetMs), msOfDay),
    plansOf: (counterId, day, msOfDay, isOpen, seenMs) =>
      plansFrom(
        alikeDays(centre, past, day).map((one) => history.spans.get(one)?.get(counterId) ?? []),
        msOfDay,
        isOpen,
        seenMs,
      ),
    stayShare: (history.stays.stayed + STAY_COUNTS) / (history.stays.could + STAY_COUNTS),
    booking: bookingOf(history, booked),
    absence,
    absenceLaw,
    reaction: learnReaction(history.reactionsMs),
  };
}
