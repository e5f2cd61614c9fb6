import type { BoardCallsView, BoardView } from '../protocol/views/views.ts';

/**
 * The calls that a board is told of, newest first: the newest, which come at once, and those before them, which come more
 * rarely. Where the two contradict, the newest say what is so.
 */
export function listedCalls({ calls: newest }: BoardView, { calls }: BoardCallsView): BoardView['calls'] {
  const oldest = newest.at(-1)?.seq ?? 0;
  return [...newest, ...calls.filter(({ seq }) => seq < oldest)];
}
