import { queueIdOf } from '../journeys/journey.ts';
import type { Token } from '../token.ts';

/** The queue in which a token waits: of its stage, or of the one counter that may call it; undefined when it does not. */
function queueOf({ state, serviceId, stageId, boundCounterId }: Token): string | undefined {
  if (state !== 'waiting') return undefined;
  return boundCounterId === null ? queueIdOf(serviceId, stageId) : `#${boundCounterId}`;
}

const comesBefore = (a: Token, b: Token): boolean =>
  a.waitingSince === b.waitingSince ? a.id < b.id : a.waitingSince < b.waitingSince;

/** Tokens in one queue, line by line: those with the same promise, the longest wait first. */
type Queue = Map<number, Token[]>;

function join(queue: Queue, token: Token): void {
  const line = queue.get(token.targetMs) ?? [];
  let place = line.length;
  while (place > 0 && comesBefore(token, line[place - 1] as Token)) place -= 1;
  line.splice(place, 0, token);
  queue.set(token.targetMs, line);
}

function quit(queue: Queue, token: Token): void {
  const line = queue.get(token.targetMs) ?? [];
  const place = line.findIndex(({ id }) => id === token.id);
  if (place !== -1) line.splice(place, 1);
  if (line.length === 0) queue.delete(token.targetMs);
}

/** The lines of a hall. `changed` is told of each queue that has got its first token or lost its last. */
export function dayLines(changed: (queue: string) => void) {
  const queues = new Map<string, Queue>();

  function leave(token: Token, name: string): void {
    const queue = queues.get(name);
    if (!queue) return;
    quit(queue, token);
    if (queue.size > 0) return;
    queues.delete(name);
    changed(name);
  }

  function enter(token: Token, name: string): void {
    const queue: Queue = queues.get(name) ?? new Map();
    if (queue.size === 0) changed(name);
    queues.set(name, queue);
    join(queue, token);
  }

  return {
    /** A token has changed: out of the line where it stood, into the one where it belongs. */
    move(before: Token | undefined, after: Token): void {
      const [from, to] = [before && queueOf(before), queueOf(after)];
      if (before && from !== undefined) leave(before, from);
      if (to !== undefined) enter(after, to);
    },
    isFull: (queue: string): boolean => queues.has(queue),
    /** Who stands first in each line of those queues. */
    headsOf: (names: readonly string[]): readonly Token[] =>
      names.flatMap((name) => [...(queues.get(name)?.values() ?? [])].flatMap(([first]) => first ?? [])),
    allOf: (name: string): readonly Token[] => [...(queues.get(name)?.values() ?? [])].flat(),
  };
}
