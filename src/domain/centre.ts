import type { WeeklyHours } from './opening-hours.ts';

/** A text that people read, in both languages of the hall. */
export interface Words {
  readonly en: string;
  readonly ur: string;
}

/** One kind of work that citizens come for. */
export interface Service {
  readonly id: string;
  /** Letters in front of its numbers, e.g. `A` in `A-042`. */
  readonly series: string;
  readonly name: Words;
  readonly groupId: string;
  readonly pictogram: string;
  /** The promised wait. */
  readonly targetMs: number;
  /** How long serving one citizen usually takes. */
  readonly serviceMs: number;
  readonly papers: readonly Words[];
  /** Most tokens in one service day; null for no cap. */
  readonly dayCap: number | null;
  readonly isClosed: boolean;
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
  readonly levels: readonly (readonly string[])[];
}

export interface Hall {
  readonly id: string;
  readonly name: Words;
}

/** A counter as the centre plans it; its state of the moment is `Counter`. */
export interface CounterPlace {
  readonly id: number;
  readonly hallId: string;
  readonly profileId: string;
}

/** A token kiosk and where its slips go: `preview` or `tcp://HOST:PORT`. */
export interface KioskPlace {
  readonly id: number;
  readonly hallId: string;
  readonly printer: string;
}

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
  readonly groups: readonly ServiceGroup[];
  readonly services: readonly Service[];
  readonly classes: readonly PriorityClass[];
  readonly halls: readonly Hall[];
  readonly profiles: readonly Profile[];
  readonly counters: readonly CounterPlace[];
  readonly kiosks: readonly KioskPlace[];
  readonly ticker: readonly Words[];
}

/** The service with that id, or undefined. */
export const findService = (centre: Centre, id: string): Service | undefined =>
  centre.services.find((service) => service.id === id);

/** The levels of services of that counter; empty for an unknown counter. */
export function levelsOf(centre: Centre, counterId: number): Profile['levels'] {
  const place = centre.counters.find((counter) => counter.id === counterId);
  return centre.profiles.find((profile) => profile.id === place?.profileId)?.levels ?? [];
}
