import type { Span } from '../../domain/calendar/opening-hours.ts';
import type { BoardPlace, Centre, Service, StageKind } from '../../domain/centre.ts';
import type { Stage } from '../../domain/journeys/journey.ts';
import { type CentreFile, WEEK } from '../centre-file.ts';
import { alarmSettingsOf } from '../wall/alarm-settings.ts';

const MINUTE_MS = 60_000;

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const spanOf = ([from, to]: Span): string => `${clockOf(from)}-${clockOf(to)}`;
const minutesOf = (ms: number): number => ms / MINUTE_MS;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The kinds of stages; a centre that was stored before they said their place has it from its journeys. */
const kindsOf = ({ stages, services }: Centre): readonly StageKind[] =>
  (stages as readonly (Pick<StageKind, 'id' | 'name'> & Partial<StageKind>)[]).map((kind) => {
    const used = services.flatMap(({ journey }) => journey).find(({ id }) => id === kind.id);
    return { place: used?.place ?? 'counter', checks: [], ...kind };
  });

function stageFile(stage: Stage, kinds: readonly StageKind[]) {
  const { id, place, targetMs, serviceMs, profiles, checks, isOptional } = stage;
  const isOwn = !same(checks, kinds.find((kind) => kind.id === id)?.checks ?? []);
  return {
    stage: id,
    ...(place === 'counter' ? { targetMinutes: minutesOf(targetMs), serviceMinutes: minutesOf(serviceMs) } : {}),
    ...(place === 'backOffice' || place === 'citizen' ? { dueHours: minutesOf(targetMs) / 60 } : {}),
    ...(profiles.length > 0 ? { profiles } : {}),
    ...(isOwn ? { checks } : {}),
    ...(isOptional ? { isOptional } : {}),
  };
}

function serviceFile(service: Service, kinds: readonly StageKind[]) {
  const { groupId, journey, dayCap, personCap, identity, isClosed, ...rest } = service;
  return {
    ...rest,
    group: groupId,
    journey: journey.map((stage) => stageFile(stage, kinds)),
    ...(dayCap === null ? {} : { dayCap }),
    ...(personCap === null ? {} : { personCap }),
    ...(identity === 'none' ? {} : { identity }),
    ...(isClosed ? { isClosed } : {}),
  };
}

const boardFile = ({ hallId, night, volume, ...rest }: BoardPlace) => ({
  ...rest,
  hall: hallId,
  volumePercent: Math.round(volume * 100),
  ...(night ? { night: [clockOf(night.fromMinute), clockOf(night.toMinute)] } : {}),
});

/**
 * The file that describes a centre, as its set-up forms show it: what `centreOfFile` turns back into the same centre.
 * Its checks are not made here, so that what is wrong can be opened and mended.
 */
export function fileOfCentre(centre: Centre): CentreFile {
  const { dayStartMinute, hours, appointments, paperSeries, services, counters, kiosks, boards, alarms, ...rest } =
    centre;
  const kinds = kindsOf(centre);
  const file = {
    ...rest,
    dayStart: clockOf(dayStartMinute),
    hours: Object.fromEntries(WEEK.map((day, place) => [day, (hours[place] ?? []).map(spanOf)])),
    appointments: {
      earlyMinutes: minutesOf(appointments.earlyMs),
      lateMinutes: minutesOf(appointments.lateMs),
      targetMinutes: minutesOf(appointments.targetMs),
      bookablePercent: appointments.bookableShare * 100,
    },
    ...(paperSeries === null ? {} : { paperSeries }),
    stages: kinds.map(({ checks, ...kind }) => ({ ...kind, ...(checks.length > 0 ? { checks } : {}) })),
    services: services.map((service) => serviceFile(service, kinds)),
    counters: counters.map(({ hallId, profileId, printer, ...slips }) => ({
      ...slips,
      hall: hallId,
      profile: profileId,
      ...(printer === 'preview' ? {} : { printer }),
    })),
    kiosks: kiosks.map(({ hallId, ...slips }) => ({ ...slips, hall: hallId })),
    boards: boards.map(boardFile),
    alarms: alarmSettingsOf(alarms),
  };
  // The schema's type has lists that may be written to; a copy may.
  return structuredClone(file) as unknown as CentreFile;
}
