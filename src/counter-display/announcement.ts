import type { BoardView } from '../protocol/views.ts';

export type Call = BoardView['calls'][number];

/** How long one call stands alone on the board, and how long when others wait behind it. */
export const CALL_MS = 5_000;
export const CROWDED_CALL_MS = 2_500;

/** The oldest call that has not been announced yet: one at a time, in order. `calls` comes newest first. */
export const nextCall = (calls: readonly Call[], announcedSeq: number): Call | undefined =>
  calls.findLast((call) => call.seq > announcedSeq);

/** How many calls wait behind that one. */
export const callsBehind = (calls: readonly Call[], seq: number): number =>
  calls.filter((call) => call.seq > seq).length;
