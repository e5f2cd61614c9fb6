import { randomFrom } from '../../src/domain/random.ts';
import type { Score } from './course.ts';
import { RIVALS } from './rivals.ts';
import type { Shape } from './shapes.ts';

/** What a forecaster did on one shape of service times, or on all. Minutes; shares over 1. */
export interface Row {
  readonly shape: Shape | 'all';
  readonly name: string;
  readonly mae: number;
  readonly bias: number;
  /** Share of citizens who waited longer than the p90; undefined for who gives none. */
  readonly exceeded: number | undefined;
}

const MINUTE = 60_000;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const exceeded = (scores: readonly Score[], p90: (score: Score) => number): number =>
  mean(scores.map((one) => (one.waited > p90(one) ? 1 : 0)));

function rowOf(shape: Row['shape'], name: string, scores: readonly Score[], said: (score: Score) => number): Row {
  return {
    shape,
    name,
    mae: mean(scores.map((one) => Math.abs(said(one) - one.waited))) / MINUTE,
    bias: mean(scores.map((one) => said(one) - one.waited)) / MINUTE,
    exceeded: undefined,
  };
}

export const OURS = 'ours';
export const ORACLE = 'oracle';

/** All forecasters on these scores, ours and the oracle first. */
export function rowsOf(shape: Row['shape'], scores: readonly Score[]): readonly Row[] {
  return [
    { ...rowOf(shape, OURS, scores, (one) => one.ours), exceeded: exceeded(scores, (one) => one.ourP90) },
    { ...rowOf(shape, ORACLE, scores, (one) => one.oracle), exceeded: exceeded(scores, (one) => one.oracleP90) },
    ...RIVALS.map(({ name }, i) => rowOf(shape, name, scores, (one) => one.rivals[i] ?? Number.NaN)),
  ];
}

const RESAMPLES = 2_000;

/** Our MAE over the oracle's: the value, and its 95 % interval by a paired bootstrap over whole days. */
export function againstOracle(scores: readonly Score[], seed: number): { ratio: number; low: number; high: number } {
  const days = new Map<string, { ours: number; oracle: number }>();
  for (const { day, waited, ours, oracle } of scores) {
    const sums = days.get(day) ?? { ours: 0, oracle: 0 };
    days.set(day, { ours: sums.ours + Math.abs(ours - waited), oracle: sums.oracle + Math.abs(oracle - waited) });
  }
  const all = [...days.values()];
  const ratioOf = (sums: readonly { ours: number; oracle: number }[]) =>
    sums.reduce((sum, one) => sum + one.ours, 0) / sums.reduce((sum, one) => sum + one.oracle, 0);
  const random = randomFrom(seed);
  const draw = () => all[Math.floor(random.next() * all.length)] ?? { ours: 0, oracle: 0 };
  const ratios = Array.from({ length: RESAMPLES }, () => ratioOf(all.map(draw))).toSorted((a, b) => a - b);
  const at = (share: number) => ratios[Math.floor(share * RESAMPLES)] ?? Number.NaN;
  return { ratio: ratioOf(all), low: at(0.025), high: at(0.975) };
}
