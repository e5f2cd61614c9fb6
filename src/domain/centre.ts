import type { AlarmRule } from './alarms/alarm-rule.ts';
import type { AppointmentRule } from './appointments/appointment-rule.ts';
import { firstCounterStage, queueIdOf, type Stage, type StagePlace } from './journeys/journey.ts';
import type { Retention } from './keeping/retention.ts';
import type { WeeklyHours } from './calendar/opening-hours.ts';
import type { SpeechLanguage } from './speech-language.ts';
import type { Words } from './words.ts';

/** One kind of work that citizens come for. */
export interface Service {
  readonly id: string;
  /** Letters in front of its numbers, e.g. `A` in `A-042`. */
  readonly series: string;
  readonly name: Words;
  readonly groupId: string;
  readonly pictogram: string;
  /** From filing to final execution, in order; at least one stage is at a counter. */
  readonly journey: readonly Stage[];
  readonly papers: readonly Words[];
  /** Most tokens in one service day; null for no cap. */
  readonly dayCap: number | null;
  /** Most tokens of one citizen in one service day, counted by identity; null for no cap. */
  readonly personCap: number | null;
  /** Whether a walk-in gives their CNIC at the kiosk. */
  readonly identity: Identity;
  readonly isClosed: boolean;
}

export const IDENTITIES = ['none', 'optional', 'required'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** A kind of stage, as all services name it: where it is worked through, and what is checked there if a service says nothing else. */
export interface StageKind {
  readonly id: string;
  readonly name: Words;
  readonly place: StagePlace;
  readonly checks: readonly Words[];
}

/** A tile on the kiosk's first page. */
export interface ServiceGroup {
  readonly id: string;
  readonly name: Words;
  readonly pictogram: string;
}

/** Citizens who are promised a shorter wait: their target is this share (over 0, at most 1) of the service's. */
export interface PriorityClass {
  readonly id: string;
  readonly name: Words;
  readonly pictogram: string;
  readonly targetShare: number;
}

/** What a counter serves: the services of the first level first, lower levels when those are empty. */
export interface Profile {
  readonly id: string;
  /** For who plans the counters; citizens never read it. */
  readonly name?: Words | undefined;
  readonly levels: readonly (readonly string[])[];
}

export interface Hall {
  readonly id: string;
  readonly name: Words;
}

export const SLIP_LANGUAGES = ['both', 'ur', 'en', 'citizen'] as const;
export type SlipLanguages = (typeof SLIP_LANGUAGES)[number];

/** Widths of paper that slips are drawn for. */
export const PAPER_MM = [80, 58] as const;
export type PaperMm = (typeof PAPER_MM)[number];

/** A counter as the centre plans it; its state of the moment is `Counter`. */
export interface CounterPlace {
  readonly id: number;
  readonly hallId: string;
  readonly profileId: string;
  /** Where slips of applications that are filed here print, as a kiosk's printer. */
  readonly printer: string;
  readonly paperMm: PaperMm;
}

/** A token kiosk and where its slips go: an address as docs/printers.md has them. */
export interface KioskPlace {
  readonly id: number;
  readonly hallId: string;
  readonly printer: string;
  readonly paperMm: PaperMm;
}

/** A board of a hall: which counters it calls for, and how. */
export interface BoardPlace {
  readonly id: string;
  readonly hallId: string;
  /** The counters of its zone; none named: all of its hall. */
  readonly counters: readonly number[];
  readonly speaks: readonly SpeechLanguage[];
  /** Of voice and media, 0 to 1. */
  readonly volume: number;
  /** When it is dim, in minutes after local midnight; null: never. */
  readonly night: { readonly fromMinute: number; readonly toMinute: number } | null;
}

/** What holds for the people at the screens: minutes without a touch until a sign-out, and jumps a day that need nobody. */
export interface PeopleRule {
  readonly consoleIdleMinutes: number;
  readonly managerIdleMinutes: number;
  readonly freeJumps: number;
}

export const USUAL_PEOPLE_RULE: PeopleRule = { consoleIdleMinutes: 30, managerIdleMinutes: 15, freeJumps: 3 };

/** How a standby hub takes over: by a manager's button alone, or also by itself. */
export const STANDBY_MODES = ['byButton', 'byItself'] as const;
export type StandbyMode = (typeof STANDBY_MODES)[number];

/** Everything that makes one centre different from another: data, never code. */
export interface Centre {
  readonly id: string;
  readonly name: Words;
  readonly timeZone: string;
  /** Minutes after local midnight at which a service day begins. */
  readonly dayStartMinute: number;
  readonly hours: WeeklyHours;
  /** `YYYY-MM-DD` of days without opening hours. */
  readonly holidays: readonly string[];
  /** What an appointment may do, and the share of the counters' time that is offered to appointments. */
  readonly appointments: AppointmentRule & { readonly bookableShare: number };
  /** Languages of a slip; `citizen` is the one in which its token was taken. */
  readonly slipLanguages: SlipLanguages;
  /** Where on a card the CNIC stands, as a regular expression; null for thirteen digits that stand alone. */
  readonly cnicPattern: string | null;
  /** Days from Umm al-Qura's calendar to the local moon, for the Islamic date on slips; null: none is printed. */
  readonly islamicDays: number | null;
  /** Series of the pre-printed paper tokens, for when no kiosk works; null where there are none. */
  readonly paperSeries: string | null;
  /** After how long without a touch people are signed out, and how often an operator may call out of order a day. */
  readonly people: PeopleRule;
  readonly standbyTakesOver: StandbyMode;
  /** Turns of the service day that a carried-over token lives through before it ends. */
  readonly carriedDays: number;
  readonly stages: readonly StageKind[];
  readonly groups: readonly ServiceGroup[];
  readonly services: readonly Service[];
  readonly classes: readonly PriorityClass[];
  readonly halls: readonly Hall[];
  readonly profiles: readonly Profile[];
  readonly counters: readonly CounterPlace[];
  readonly kiosks: readonly KioskPlace[];
  readonly boards: readonly BoardPlace[];
  /** When the hall calls for somebody. */
  readonly alarms: AlarmRule;
  readonly ticker: readonly Words[];
  /** How long what is kept; the defaults where it is not said. */
  readonly retention: Retention;
}

/** The service with that id, or undefined. */
export const findService = (centre: Centre, id: string): Service | undefined =>
  centre.services.find((service) => service.id === id);

/** The plan of a counter, or undefined. */
export const findCounterPlace = (centre: Centre, id: number): CounterPlace | undefined =>
  centre.counters.find((counter) => counter.id === id);

/** The promised wait of a service to somebody who comes anew: that of its first counter stage. */
export const serviceTargetMs = (service: Service): number => firstCounterStage(service).targetMs;

/** The queue in which somebody who comes anew for a service begins. */
export const firstQueueOf = (service: Service): string => queueIdOf(service.id, firstCounterStage(service).id);

/** Names of the stages of a journey, for people. */
export const stageNameOf = (centre: Pick<Centre, 'stages'>, stageId: string): Words =>
  centre.stages.find((stage) => stage.id === stageId)?.name ?? { en: stageId, ur: stageId };

export type Levels = readonly (readonly string[])[];

function queuesOf(service: Service, profileId: string, isListed: boolean): readonly string[] {
  return service.journey
    .filter((stage) => stage.place === 'counter')
    .filter(({ profiles }) => (profiles.length === 0 ? isListed : profiles.includes(profileId)))
    .map((stage) => queueIdOf(service.id, stage.id));
}

/** Every counter stage of a level's services that the profile does; the top level has the stages given to it by name. */
function readLevels(centre: Centre, profile: Profile): Levels {
  const listed = new Set(profile.levels.flat());
  const named = centre.services.filter(({ id }) => !listed.has(id)).flatMap((one) => queuesOf(one, profile.id, false));
  return profile.levels.map((services, level) => {
    const own = services.flatMap((id) => {
      const service = findService(centre, id);
      return service ? queuesOf(service, profile.id, true) : [];
    });
    return level === 0 ? [...own, ...named] : own;
  });
}

/** Reads something of a centre by its key, and gives it again for as long as there is this centre. */
function oncePerCentre<Value>(read: (centre: Centre, key: string) => Value) {
  const known = new WeakMap<Centre, Map<string, Value>>();
  return (centre: Centre, key: string): Value => {
    const ofCentre = known.get(centre) ?? new Map<string, Value>();
    known.set(centre, ofCentre);
    const value = ofCentre.get(key) ?? read(centre, key);
    ofCentre.set(key, value);
    return value;
  };
}

const levelsOfProfile = oncePerCentre((centre, profileId): Levels => {
  const profile = centre.profiles.find((one) => one.id === profileId);
  return profile ? readLevels(centre, profile) : [];
});

/** The queues of a counter, level by level; empty for an unknown counter. */
export function levelsOf(centre: Centre, counterId: number): Levels {
  const place = findCounterPlace(centre, counterId);
  return place ? levelsOfProfile(centre, place.profileId) : [];
}

/** The services that a counter has to do with, by any stage. */
export function servicesAt(centre: Centre, counterId: number): readonly string[] {
  return [
    ...new Set(
      levelsOf(centre, counterId)
        .flat()
        .map((queueId) => queueId.split('/')[0] ?? ''),
    ),
  ];
}

const countersOfQueue = oncePerCentre((centre, queueId): readonly number[] =>
  centre.counters.map(({ id }) => id).filter((id) => levelsOf(centre, id).some((level) => level.includes(queueId))),
);

/** The counters that do a stage of a service, by number. */
export const countersFor = (centre: Centre, serviceId: string, stageId: string): readonly number[] =>
  countersOfQueue(centre, queueIdOf(serviceId, stageId));
