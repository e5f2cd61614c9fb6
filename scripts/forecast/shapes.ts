import { type Law, lawOf } from '../../src/domain/wait-forecast/law.ts';

export const SHAPES = ['lognormal', 'steady', 'two kinds'] as const;
/** How service times are spread: lognormal with sigma 0.8, Erlang with four phases, or short ones among long ones. */
export type Shape = (typeof SHAPES)[number];

/** Share of a standard normal up to z, by its series. */
function normalShare(z: number): number {
  if (Math.abs(z) > 8) return z < 0 ? 0 : 1;
  let sum = z;
  let term = z;
  for (let i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Share of Erlang times with four phases and mean 1 up to x. */
function erlangShare(x: number): number {
  const y = 4 * x;
  return 1 - Math.exp(-y) * (1 + y + (y * y) / 2 + (y * y * y) / 6);
}

/** Share of times of mean 1 up to x. */
const SHARES: Readonly<Record<Shape, (x: number) => number>> = {
  lognormal: (x) => (x <= 0 ? 0 : normalShare((Math.log(x) + 0.32) / 0.8)),
  steady: erlangShare,
  'two kinds': (x) => 0.6 * erlangShare(x * 3) + 0.4 * erlangShare(x / 2),
};

function inverse(share: (x: number) => number, u: number): number {
  let [low, high] = [0, 100];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (share(middle) < u) low = middle;
    else high = middle;
  }
  return low;
}

const PARTS = 2048;
const known = new Map<Shape, Law>();

/** The law of a shape with mean 1: fine parts, and a tail that makes the mean exact. */
export function unitLaw(shape: Shape): Law {
  const made = known.get(shape);
  if (made) return made;
  const { quantiles } = lawOf((u) => inverse(SHARES[shape], u), 1, PARTS);
  const last = quantiles[PARTS - 1] ?? 0;
  const sum = quantiles.reduce((all, one) => all + one, 0) - ((quantiles[0] ?? 0) + last) / 2;
  const law = { quantiles, tailMs: PARTS - sum - last };
  known.set(shape, law);
  return law;
}
