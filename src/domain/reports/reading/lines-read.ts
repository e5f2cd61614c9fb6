import { type Centre, levelsOf } from '../../centre.ts';
import { queueIdOf } from '../../journeys/journey.ts';
import type { KnownToken } from './token-seen.ts';

/** Where a token waits: in the line of a queue, or for one counter; undefined when it does not. */
function lineOf({ state, boundCounterId, serviceId, stageId }: KnownToken): string | undefined {
  if (state !== 'waiting') return undefined;
  return boundCounterId === null ? queueIdOf(serviceId, stageId) : `#${boundCounterId}`;
}

/** Counters by the lines that they call from. */
function servedBy(centre: Centre): Map<string, number[]> {
  const counters = new Map<string, number[]>();
  for (const { id } of centre.counters) {
    for (const line of [...levelsOf(centre, id).flat(), `#${id}`]) {
      counters.set(line, [...(counters.get(line) ?? []), id]);
    }
  }
  return counters;
}

/** A token that waits for the slot of its appointment. */
interface Early {
  readonly id: number;
  readonly slotAt: number;
  readonly line: string;
}

const withLater = (ahead: readonly Early[], one: Early): Early[] =>
  [...ahead, one].toSorted((a, b) => b.slotAt - a.slotAt);

/** How many lines that hold somebody each counter calls from. */
function fullLinesOf(waiting: ReadonlyMap<string, number>, counters: ReadonlyMap<string, readonly number[]>) {
  const full = new Map<number, number>();
  for (const [line, count] of waiting) {
    if (count <= 0) continue;
    for (const id of counters.get(line) ?? []) full.set(id, (full.get(id) ?? 0) + 1);
  }
  return full;
}

/**
 * Whether somebody waits for a counter. A token with an appointment does not count as waiting before its slot. `changed`
 * is told of each counter for which that may have changed, and when (epoch ms).
 */
export function linesRead(changed: (counterId: number, at: number) => void) {
  let counters = new Map<string, number[]>();
  /** Line → tokens in it; counter → lines of it that hold somebody; token → its line. */
  const waiting = new Map<string, number>();
  let fullLines = new Map<number, number>();
  const lines = new Map<number, string>();
  /** Appointments that wait for their slot, the nearest last. */
  let ahead: Early[] = [];

  function add(line: string, count: 1 | -1, at: number): void {
    const before = waiting.get(line) ?? 0;
    waiting.set(line, before + count);
    if (before > 0 === before + count > 0) return;
    for (const id of counters.get(line) ?? []) {
      fullLines.set(id, (fullLines.get(id) ?? 0) + count);
      changed(id, at);
    }
  }

  const enter = (id: number, line: string, at: number): void => {
    lines.set(id, line);
    add(line, 1, at);
  };

  function leave(id: number, line: string | undefined, at: number): void {
    lines.delete(id);
    if (line !== undefined) add(line, -1, at);
  }

  return {
    isWaitedFor: (counterId: number): boolean => (fullLines.get(counterId) ?? 0) > 0,
    /** A token has changed. */
    move(id: number, token: KnownToken, at: number): void {
      if (ahead.some((one) => one.id === id)) ahead = ahead.filter((one) => one.id !== id);
      const line = lineOf(token);
      const isEarly = token.slotAt !== null && token.slotAt > at;
      const now = isEarly ? undefined : line;
      const before = lines.get(id);
      if (before !== now) leave(id, before, at);
      if (line !== undefined && isEarly) ahead = withLater(ahead, { id, line, slotAt: token.slotAt ?? 0 });
      else if (line !== undefined && before !== now) enter(id, line, at);
    },
    /** Time has passed: whose slot has come waits since then. */
    pass(at: number): void {
      for (let next = ahead.at(-1); next && next.slotAt <= at; next = ahead.at(-1)) {
        ahead.pop();
        enter(next.id, next.line, next.slotAt);
      }
    },
    /** The centre has changed which counter calls from which line. */
    setUp(centre: Centre, at: number): void {
      counters = servedBy(centre);
      fullLines = fullLinesOf(waiting, counters);
      for (const { id } of centre.counters) changed(id, at);
    },
  };
}
