import { type Centre, findService } from '../centre.ts';
import { firstCounterStage } from '../journeys/journey.ts';
import { classesLeft, targetOf } from '../target.ts';
import type { Token } from '../token.ts';
import type { CounterDeed } from './day-script.ts';

/** What is asked of a day: how it would have been with one counter more, one less, or another promise. */
export interface DayChange {
  /** The counter that the new one works like: the same services, opened, paused and closed at the same times. */
  readonly more: number | null;
  readonly less: number | null;
  /** Another wait that a service promises, in ms. */
  readonly target: { readonly serviceId: string; readonly targetMs: number } | null;
}

/** The shortest and longest wait that can be tried, in ms. */
export const DAY_CHANGE_LIMITS = { leastTargetMs: 60_000, mostTargetMs: 8 * 3_600_000 } as const;

/** The day as it was. */
export const NO_CHANGE: DayChange = { more: null, less: null, target: null };

/** A change with the number that the counter has which is one more: none of the centre's has it that day. */
export interface NumberedChange extends DayChange {
  readonly addedId: number;
}

/** The same change for a day on which the centre was set up as those. */
export function numbered(change: DayChange, centres: readonly Centre[]): NumberedChange {
  const ids = centres.flatMap(({ counters }) => counters.map(({ id }) => id));
  return { ...change, addedId: Math.max(0, ...ids) + 1 };
}

function withCounters({ counters, ...centre }: Centre, { more, less, addedId }: NumberedChange): Centre {
  const like = counters.find(({ id }) => id === more);
  const added = like ? [{ ...like, id: addedId }] : [];
  return { ...centre, counters: [...counters, ...added].filter(({ id }) => id !== less) };
}

/** A centre as the change makes it. */
export function changedCentre(centre: Centre, change: NumberedChange): Centre {
  const { target } = change;
  const services = centre.services.map((service) =>
    service.id === target?.serviceId
      ? {
          ...service,
          journey: service.journey.map((stage) =>
            stage === firstCounterStage(service) ? { ...stage, targetMs: target.targetMs } : stage,
          ),
        }
      : service,
  );
  return withCounters({ ...centre, services }, change);
}

/** A token with the promise that the changed centre gives it; whoever the change does not concern keeps theirs. */
export function promisedBy(centre: Centre, { target }: DayChange, token: Token): Token {
  const service = findService(centre, token.serviceId);
  if (!service || service.id !== target?.serviceId || firstCounterStage(service).id !== token.stageId) return token;
  const walkInMs = targetOf(target.targetMs, classesLeft(centre, token.classes));
  return { ...token, targetMs: token.slotAt === null ? walkInMs : Math.min(centre.appointments.targetMs, walkInMs) };
}

/** When counters are opened and left: as on the day, with those that are more and without those that are less. */
export function changedCounters(
  counters: ReadonlyMap<number, readonly CounterDeed[]>,
  { more, less, addedId }: NumberedChange,
): readonly (readonly [counterId: number, deeds: readonly CounterDeed[]])[] {
  const like = more === null ? undefined : counters.get(more);
  const added = like ? [[addedId, like.map((deed) => ({ ...deed, operator: '+' }))] as const] : [];
  return [...counters, ...added].filter(([id]) => id !== less);
}
