import type { Span } from '../../domain/calendar/opening-hours.ts';
import type { Centre, Service } from '../../domain/centre.ts';
import type { Stage } from '../../domain/journeys/journey.ts';
import { type CentreFile, WEEK } from '../centre-file.ts';
import { toAlarmRule } from '../wall/alarm-settings.ts';

const MINUTE_MS = 60_000;
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const spanOf = (text: string): Span => [minuteOf(text.slice(0, 5)), minuteOf(text.slice(6))];

const msOf = (count: number | undefined, unitMs: number): number => Math.round((count ?? 0) * unitMs);

function toStage(file: CentreFile, one: CentreFile['services'][number]['journey'][number]): Stage {
  const { place = 'counter', checks = [] } = file.stages.find((known) => known.id === one.stage) ?? {};
  return {
    id: one.stage,
    place,
    targetMs: place === 'counter' ? msOf(one.targetMinutes, MINUTE_MS) : msOf(one.dueHours, 60 * MINUTE_MS),
    serviceMs: msOf(one.serviceMinutes, MINUTE_MS),
    profiles: one.profiles ?? [],
    checks: one.checks ?? checks,
    isOptional: one.isOptional ?? false,
  };
}

function toService(file: CentreFile, service: CentreFile['services'][number]): Service {
  const { group, journey, dayCap, personCap, identity, isClosed, ...same } = service;
  return {
    ...same,
    groupId: group,
    journey: journey.map((one) => toStage(file, one)),
    dayCap: dayCap ?? null,
    personCap: personCap ?? null,
    identity: identity ?? 'none',
    isClosed: isClosed ?? false,
  };
}

/** The centre that a checked file describes: its times in ms and minutes of the day, its defaults filled in. */
export function centreOfFile(file: CentreFile): Centre {
  const { dayStart, hours, services, counters, kiosks, boards, appointments, paperSeries, stages, ...same } = file;
  return {
    ...same,
    dayStartMinute: minuteOf(dayStart),
    hours: WEEK.map((day) => hours[day].map(spanOf)),
    appointments: {
      earlyMs: msOf(appointments.earlyMinutes, MINUTE_MS),
      lateMs: msOf(appointments.lateMinutes, MINUTE_MS),
      targetMs: msOf(appointments.targetMinutes, MINUTE_MS),
      bookableShare: appointments.bookablePercent / 100,
    },
    paperSeries: paperSeries ?? null,
    stages: stages.map(({ checks = [], ...stage }) => ({ ...stage, checks })),
    services: services.map((service) => toService(file, service)),
    counters: counters.map(({ id: counterId, hall, profile, printer: slips, paperMm: mm }) => ({
      id: counterId,
      hallId: hall,
      profileId: profile,
      printer: slips ?? 'preview',
      paperMm: mm,
    })),
    boards: boards.map(({ id: boardId, hall, counters: zone, speaks, volumePercent, night }) => ({
      id: boardId,
      hallId: hall,
      counters: zone,
      speaks,
      volume: volumePercent / 100,
      night: night ? { fromMinute: minuteOf(night[0]), toMinute: minuteOf(night[1]) } : null,
    })),
    kiosks: kiosks.map(({ id: kioskId, hall, ...slips }) => ({ id: kioskId, hallId: hall, ...slips })),
    alarms: toAlarmRule(file.alarms),
  };
}
