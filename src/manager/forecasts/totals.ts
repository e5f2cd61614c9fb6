import type { ManagerView } from '../../protocol/views/views.ts';

export type Score = ManagerView['forecasts'][number];
export type Figures = Pick<Score, 'count' | 'maeMs' | 'biasMs' | 'exceededShare'>;

/** The figures of several scores together, each weighing as many forecasts as it has. */
export function totalsOf(scores: readonly Figures[]): Figures {
  const count = scores.reduce((sum, score) => sum + score.count, 0);
  const mean = (valueOf: (score: Figures) => number) =>
    scores.reduce((sum, score) => sum + valueOf(score) * score.count, 0) / Math.max(1, count);
  return {
    count,
    maeMs: mean(({ maeMs }) => maeMs),
    biasMs: mean(({ biasMs }) => biasMs),
    exceededShare: mean(({ exceededShare }) => exceededShare),
  };
}
