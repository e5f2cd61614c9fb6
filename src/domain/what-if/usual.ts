import { queueIdOf } from '../journeys/journey.ts';
import type { Token } from '../token.ts';
import type { DayEvent } from './day-event.ts';
import type { Patience, Usual } from './day-script.ts';

/** Where a day says nothing at all, in ms. */
const REACTION_MS = 10_000;
const START_MS = 30_000;
const SERVE_MS = 300_000;

/**
 * The mean of some values; `none` where there are none. Not the median: a counter that takes the mean each time gets as
 * much done as on the day.
 */
const mean = (values: readonly number[], none: number): number =>
  values.length === 0 ? none : Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);

const add = <Key>(map: Map<Key, number[]>, key: Key, value: number): void =>
  void map.set(key, [...(map.get(key) ?? []), value]);

/** What is usual on a day, while it is read. */
export function usualBook() {
  const starts: number[] = [];
  const serves = new Map<string, number[]>();
  return {
    /** Takes in an event of a token, as that was before. */
    note({ kind, at }: DayEvent, { calledAt, startedAt, serviceId, stageId }: Token): void {
      if (kind === 'start' && calledAt !== null) starts.push(at - calledAt);
      if (kind === 'finish' && startedAt !== null) add(serves, queueIdOf(serviceId, stageId), at - startedAt);
    },
    usual(patience: ReadonlyMap<number, readonly Patience[]>): Usual {
      const reactions = new Map<number, number[]>();
      for (const [id, all] of patience) {
        for (const { hasCalled, afterMs } of all) if (hasCalled) add(reactions, id, afterMs);
      }
      const anyReaction = mean([...reactions.values()].flat(), REACTION_MS);
      const anyServe = mean([...serves.values()].flat(), SERVE_MS);
      return {
        reactionMs: (counterId) => mean(reactions.get(counterId) ?? [], anyReaction),
        startMs: mean(starts, START_MS),
        serveMs: (queueId) => mean(serves.get(queueId) ?? [], anyServe),
      };
    },
  };
}
