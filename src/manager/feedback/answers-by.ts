import type { ManagerView } from '../../protocol/views/views.ts';

type Count = ManagerView['feedback'][number];

/** The answers about one service or counter. */
export interface Answers {
  readonly key: string;
  readonly counts: Readonly<Record<Count['face'], number>>;
  /** Part of the answers that are good, 0 to 1. */
  readonly goodShare: number;
}

const NONE = { good: 0, fair: 0, bad: 0 };

/** Answers added up by what they are about, those with the smallest part of good ones first. */
export function answersBy(counts: readonly Count[], keyOf: (count: Count) => string): readonly Answers[] {
  const sums = new Map<string, Record<Count['face'], number>>();
  for (const one of counts) {
    const before = sums.get(keyOf(one)) ?? NONE;
    sums.set(keyOf(one), { ...before, [one.face]: before[one.face] + one.count });
  }
  return [...sums]
    .map(([key, sum]) => ({ key, counts: sum, goodShare: sum.good / (sum.good + sum.fair + sum.bad) }))
    .toSorted((a, b) => a.goodShare - b.goodShare || a.key.localeCompare(b.key));
}
