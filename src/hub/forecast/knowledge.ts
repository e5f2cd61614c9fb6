import type { Centre } from '../../domain/centre.ts';
import { weekday } from '../../domain/calendar/civil-date.ts';
import type { ForecastHall, FutureSpan } from '../../domain/wait-forecast/forecast-hall.ts';
import { type Law, lawFrom } from '../../domain/wait-forecast/law.ts';
import { learnAbsence } from '../../domain/wait-forecast/learn-absence.ts';
import { learnArrivals } from '../../domain/wait-forecast/learn-arrivals.ts';
import { plansFrom } from '../../domain/wait-forecast/learn-plans.ts';
import { learnServiceTimes } from '../../domain/wait-forecast/learn-service-times.ts';
import { ARRIVAL_BIN_MS, arrivalLine, type History } from './history.ts';

/** What is believed of a hall beyond what can be seen of it now. `msOfDay` is after the service day's beginning. */
export interface Knowledge {
  lawOf(queueId: string, configuredMs: number): Law;
  /** How much longer it takes at an hour of the centre's day. */
  stretchAt(queueId: string, hour: number): number;
  /** Walk-ins per ms. */
  arrivalsAt(queueId: string, targetMs: number, msOfDay: number): number;
  /** `seenMs` is when the counter was last seen to be as it is: a call, while it holds a citizen. */
  plansOf(
    counterId: number,
    day: string,
    msOfDay: number,
    isOpen: boolean,
    seenMs?: number,
  ): readonly (readonly FutureSpan[])[];
  readonly booking: ForecastHall['booking'];
  readonly absence: readonly number[];
  readonly absenceLaw: Law;
}

/** Before anybody with an appointment was seen: most come, within a quarter-hour before the slot. */
const UNSEEN_BOOKING = { comeShare: 0.85, earliestMs: -900_000 } as const;
const COME_COUNTS = 20;

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

/** Learns from past days; `booked` is how many appointments they had. The running day teaches no shape of a day yet. */
export function learn(centre: Centre, history: History, booked: number, today: string): Knowledge {
  const times = learnServiceTimes(history.occupations);
  const past = history.days.filter((day) => day < today);
  const arrivals = learnArrivals(history.arrivals, Math.max(1, history.days.length));
  const { absence, law: absenceLaw } = learnAbsence(history.calls);
  return {
    lawOf: (queueId, configuredMs) => times.lawOf(queueId, configuredMs),
    stretchAt: (queueId, hour) => times.stretchAt(queueId, hour),
    arrivalsAt: (queueId, targetMs, msOfDay) =>
      past.length === 0
        ? 0
        : arrivals(arrivalLine(queueId, targetMs), Math.floor(msOfDay / ARRIVAL_BIN_MS)) / ARRIVAL_BIN_MS,
    plansOf: (counterId, day, msOfDay, isOpen, seenMs) =>
      plansFrom(
        alikeDays(centre, past, day).map((one) => history.spans.get(one)?.get(counterId) ?? []),
        msOfDay,
        isOpen,
        seenMs,
      ),
    booking: bookingOf(history, booked),
    absence,
    absenceLaw,
  };
}
