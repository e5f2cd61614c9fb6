import { tableOf } from '../table.ts';
import type { Figure } from './row.ts';
import type { Measured } from './judge.ts';
import type { RowOutcome } from './run-row.ts';

const NUMBER = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '–');

const withUnit = ({ unit }: Figure, value: number): string => `${NUMBER(value)}${unit === '' ? '' : ` ${unit}`}`;
const bound = (figure: Figure, value: number): string =>
  `${figure.wants === 'more' ? '≥' : '≤'} ${withUnit(figure, value)}`;

const WORDS = {
  reached: 'reached',
  missed: 'MISSED',
  stop: 'MISSED, PAST THE STOP',
  'too noisy': 'TOO NOISY',
} as const;

interface Line extends Measured {
  readonly thrownAway: number;
}

/** One line a figure, and under them what was skipped and why. */
export function benchTable(outcomes: readonly RowOutcome[]): string {
  const lines: readonly Line[] = outcomes.flatMap(({ measured, thrownAway }) =>
    measured.map((one) => ({ ...one, thrownAway })),
  );
  const text = tableOf<Line>(
    [
      ['what', ({ figure }) => figure.what],
      ['goal', ({ figure }) => bound(figure, figure.goal)],
      ['median', (one) => withUnit(one.figure, one.median)],
      ['min', (one) => NUMBER(one.min)],
      ['max', (one) => NUMBER(one.max)],
      ['rounds', ({ rounds, thrownAway }) => `${rounds.length}${thrownAway > 0 ? ` (${thrownAway} too busy)` : ''}`],
      ['', ({ verdict }) => WORDS[verdict]],
    ],
    lines,
  );
  const skipped = outcomes.flatMap(({ row, skipped: why }) =>
    why === undefined ? [] : `skipped: ${row.name} (${why})`,
  );
  return [text, ...skipped].join('\n');
}
