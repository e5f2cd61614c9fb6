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

/**
 * Whether somebody waits for a counter. A token with an appointment does not count as waiting before its slot. `changed`
 * is told of each counter for which that may have changed, and when (epoch ms).
 */
export function linesRead(changed: (counterId: number, at: number) => void) {
  let counters = new Map<string, number[]>();
  /** Line → tokens in it; counter → lines of it that hold somebody. */
  const waiting = new Map<string, number>();
  const fullLines = new Map<number, number>();
  const lines = new Map<number, string>();
  /** Appointments that wait for their slot, the nearest last. */
  let ahead: { readonly id: number; readonly slotAt: number; readonly line: string }[] = [];

  function add(line: string, count: 1 | -1, at: number): void {
    const before = waiting.get(line) ?? 0;
    waiting.set(line, before + count);
    if (before > 0 === before + count > 0) return;
    for (const id of counters.get(line) ?? []) {
      fullLines.set(id, (fullLines.get(id) ?? 0) + count);
      changed(id, at);
    }
  }

  function enter(id: number, line: string, at: number): void {
    lines.set(id, line);
    add(line, 1, at);
  }

  return {
    isWaitedFor: (counterId: number): boolean => (fullLines.get(counterId) ?? 0) > 0,
    /** A token has changed. */
    move(id: number, token: KnownToken, at: number): void {
      const line = lineOf(token);
      const before = lines.get(id);
      ahead = ahead.some((one) => one.id === id) ? ahead.filter((one) => one.id !== id) : ahead;
      const isEarly = line !== undefined && token.slotAt !== null && token.slotAt > at;
      if (before !== undefined && (isEarly || before !== line)) {
        lines.delete(id);
        add(before, -1, at);
      }
      if (line === undefined || (before === line && !isEarly)) return;
      if (!isEarly) return enter(id, line, at);
      ahead = [...ahead, { id, slotAt: token.slotAt ?? 0, line }].toSorted((a, b) => b.slotAt - a.slotAt);
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
      fullLines.clear();
      for (const [line, count] of waiting) {
        if (count <= 0) continue;
        for (const id of counters.get(line) ?? []) fullLines.set(id, (fullLines.get(id) ?? 0) + 1);
      }
      for (const { id } of centre.counters) changed(id, at);
    },
  };
}
