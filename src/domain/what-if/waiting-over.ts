import type { Token } from '../token.ts';
import type { DayEvent, DayStart } from './day-event.ts';

const STEP_MS = 15 * 60_000;

/** How many wait, at each full quarter of an hour in which the events lie. */
export function waitingOver(
  start: DayStart,
  events: readonly DayEvent[],
): readonly { readonly at: number; readonly count: number }[] {
  const waiting = new Set(start.tokens.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  const counts: { at: number; count: number }[] = [];
  let next = Math.ceil((events[0]?.at ?? 0) / STEP_MS) * STEP_MS;
  for (const { at, payload } of events) {
    for (; next <= at; next += STEP_MS) counts.push({ at: next, count: waiting.size });
    for (const { id, state } of payload.tokens ?? []) {
      if (state === 'waiting') waiting.add(id);
      else if (state !== undefined) waiting.delete(id);
    }
  }
  counts.push({ at: next, count: waiting.size });
  return counts;
}

const OVER: readonly (Token['state'] | undefined)[] = ['done'];

/** When the last visit ended (epoch ms); null when none has. */
export const lastVisitAt = (events: readonly DayEvent[]): number | null =>
  events.findLast(({ payload }) => payload.tokens?.some(({ state }) => OVER.includes(state)))?.at ?? null;
