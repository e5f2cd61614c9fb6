import { type LineHead, pickNext } from '../calling-rule.ts';
import { type Centre, levelsOf } from '../centre.ts';
import { closedCounter, type Counter } from '../counter.ts';
import { queueIdOf } from '../journeys/journey.ts';
import type { Token } from '../token.ts';
import type { DayStart } from './day-event.ts';
import { dayLines } from './day-lines.ts';

type Levels = readonly (readonly string[])[];

const headOf = (token: Token): LineHead => ({
  ...token,
  tokenId: token.id,
  queueId: queueIdOf(token.serviceId, token.stageId),
});

/** Levels of each counter, and the counters of each queue. */
function servingOf(centre: Centre) {
  const levels = new Map<number, Levels>();
  const counters = new Map<string, number[]>();
  for (const { id } of centre.counters) {
    levels.set(id, levelsOf(centre, id));
    for (const queue of new Set([...levelsOf(centre, id).flat(), `#${id}`])) {
      counters.set(queue, [...(counters.get(queue) ?? []), id]);
    }
  }
  return { levels, counters };
}

/** A hall in memory: its tokens in their lines, and its counters. The calling rule picks from it as it does for the hub. */
export function dayHall(start: DayStart) {
  let { centre } = start;
  let serving = servingOf(centre);
  const tokens = new Map<number, Token>();
  const counters = new Map<number, Counter>();
  /** Counters for which somebody may have begun or ceased to wait. */
  let touched = new Set<number>();
  const lines = dayLines((queue) => serving.counters.get(queue)?.forEach((id) => touched.add(id)));

  function put(token: Token): void {
    lines.move(tokens.get(token.id), token);
    tokens.set(token.id, token);
  }

  function putCounter(counter: Counter): void {
    counters.set(counter.id, counter);
    touched.add(counter.id);
  }

  const queuesOf = (id: number): readonly string[] => [...(serving.levels.get(id) ?? []).flat(), `#${id}`];
  const isWaitedFor = (counterId: number): boolean => queuesOf(counterId).some(lines.isFull);

  start.tokens.forEach(put);
  start.counters.forEach(putCounter);
  return {
    centre: () => centre,
    token: (id: number): Token | undefined => tokens.get(id),
    tokens: (): readonly Token[] => [...tokens.values()],
    /** The counter as it stands; closed when it was never opened. */
    counter: (id: number): Counter => counters.get(id) ?? closedCounter(id, 0),
    put,
    putCounter,
    setUp(changed: Centre): void {
      centre = changed;
      serving = servingOf(centre);
      for (const { id } of centre.counters) touched.add(id);
    },
    /** Whether anybody is in a line from which that counter calls. */
    isWaitedFor,
    /** Whether that counter could call somebody now. */
    isReady(counterId: number): boolean {
      const { status, tokenId } = counters.get(counterId) ?? { status: 'closed', tokenId: null };
      return status === 'open' && tokenId === null && isWaitedFor(counterId);
    },
    /** Whom the calling rule puts first for a counter at that time of the queue clock. */
    next(counterId: number, queueAt: number): Token | undefined {
      const heads = lines.headsOf(queuesOf(counterId)).map(headOf);
      const head = pickNext(heads, serving.levels.get(counterId) ?? [], queueAt);
      return head && tokens.get(head.tokenId);
    },
    /** Who waits for that counter alone. */
    boundTo: (counterId: number): readonly Token[] => lines.allOf(`#${counterId}`),
    /** The counters for which that may have changed since it was last asked. */
    takeTouched(): ReadonlySet<number> {
      const taken = touched;
      touched = new Set();
      return taken;
    },
  };
}

export type DayHall = ReturnType<typeof dayHall>;
