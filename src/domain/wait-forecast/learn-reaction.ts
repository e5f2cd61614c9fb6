import { type Law, lawFrom } from './law.ts';

/** Before anything is seen, and against the first that is: between these two, counted as so many calls. */
const UNSEEN = { fromMs: 5_000, toMs: 30_000, counts: 10 } as const;

/** Learns how long an operator with nobody to call takes to call somebody who comes, from such times in ms. */
export const learnReaction = (seenMs: readonly number[]): Law =>
  lawFrom([
    ...[UNSEEN.fromMs, UNSEEN.toMs].map((value) => ({ value, weight: UNSEEN.counts / 2 })),
    ...seenMs.map((value) => ({ value, weight: 1 })),
  ]);
