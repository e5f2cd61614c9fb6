import { median } from '../quantile.ts';
import type { Figure, Round } from './row.ts';

export type Verdict = 'reached' | 'missed' | 'stop' | 'too noisy';

/** What the rounds of a figure came to. */
export interface Measured {
  readonly figure: Figure;
  readonly rounds: readonly Round[];
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly verdict: Verdict;
}

/** Fewer quiet rounds than this say nothing. */
export const LEAST_ROUNDS = 5;

function verdictOf({ wants, goal, stop }: Figure, value: number): Verdict {
  const isWithin = (bound: number) => (wants === 'more' ? value >= bound : value <= bound);
  if (isWithin(goal)) return 'reached';
  // Exactly at the stop is not past it.
  return isWithin(stop) ? 'missed' : 'stop';
}

/** Judges the quiet rounds of a figure by their median. `least`: of how many rounds something can be said. */
export function judge(figure: Figure, rounds: readonly Round[], least = LEAST_ROUNDS): Measured {
  const values = rounds.map(({ value }) => value);
  const middle = median(values);
  const verdict = rounds.length < least ? 'too noisy' : verdictOf(figure, middle);
  return { figure, rounds, median: middle, min: Math.min(...values), max: Math.max(...values), verdict };
}
