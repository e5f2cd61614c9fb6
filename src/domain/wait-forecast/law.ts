/**
 * How a time is spread (ms): the quantiles at 0, 1/n, … (n-1)/n, and beyond the last of them an exponential tail with
 * that mean. Drawing from it is one look-up, whatever the shape.
 */
export interface Law {
  readonly quantiles: Float64Array;
  readonly tailMs: number;
}

/** Parts of a law: enough for a tail of 0.4 %, few enough for the cache of a processor. */
export const LAW_PARTS = 256;

/** Below this share of the last part, so that its logarithm stays finite. */
const LEAST_SHARE = 1e-12;

/** The value at a share `u` of [0, 1): linear within a part, exponential in the last. */
export function quantileOf({ quantiles, tailMs }: Law, u: number): number {
  const place = u * quantiles.length;
  const part = Math.floor(place);
  const low = quantiles[part] ?? 0;
  if (part + 1 >= quantiles.length) return low - tailMs * Math.log(Math.max(LEAST_SHARE, 1 - (place - part)));
  return low + (place - part) * ((quantiles[part + 1] ?? 0) - low);
}

/** The share of times that are no longer than `ms`; the inverse of `quantileOf`. */
export function shareUpTo({ quantiles, tailMs }: Law, ms: number): number {
  const parts = quantiles.length;
  const last = quantiles[parts - 1] ?? 0;
  // Without a tail nothing is longer than the last part, and the division would be of nothing by nothing there.
  if (ms >= last) return tailMs === 0 ? 1 : 1 - Math.exp((last - ms) / tailMs) / parts;
  let from = 0;
  let to = parts - 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((quantiles[middle] ?? 0) <= ms) from = middle;
    else to = middle;
  }
  const low = quantiles[from] ?? 0;
  const width = (quantiles[to] ?? 0) - low;
  return ms <= low ? from / parts : (from + (ms - low) / width) / parts;
}

/** What is left of a time that has lasted `elapsedMs`, at a share `u` of what can still come. */
export function restOf(law: Law, elapsedMs: number, u: number): number {
  const passed = shareUpTo(law, elapsedMs);
  if (passed >= 1 - LEAST_SHARE) return -law.tailMs * Math.log(Math.max(LEAST_SHARE, 1 - u));
  return Math.max(0, quantileOf(law, passed + u * (1 - passed)) - elapsedMs);
}

/** A law from its quantile function, e.g. of a textbook shape; `tailMs` is the mean excess over the last part's edge. */
export const lawOf = (quantile: (u: number) => number, tailMs: number, parts = LAW_PARTS): Law => ({
  quantiles: Float64Array.from({ length: parts }, (_, part) => quantile(part / parts)),
  tailMs,
});

/** A value with its weight among others. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The law of weighted values (ms, at least one of them with weight), each standing for the middle of its weight. */
export function lawFrom(values: readonly Weighted[], parts = LAW_PARTS): Law {
  const sorted = values.filter((one) => one.weight > 0).toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, one) => sum + one.weight, 0);
  const quantiles = new Float64Array(parts);
  let place = 0;
  let below = 0;
  for (let part = 0; part < parts; part += 1) {
    const wanted = (part / parts) * total;
    while (place < sorted.length - 1 && below + (sorted[place]?.weight ?? 0) / 2 < wanted) {
      below += sorted[place]?.weight ?? 0;
      place += 1;
    }
    quantiles[part] = between(sorted, place, below, wanted);
  }
  return { quantiles, tailMs: excessOver(quantiles[parts - 1] ?? 0, sorted) };
}

function between(sorted: readonly Weighted[], place: number, below: number, wanted: number): number {
  const here = sorted[place] ?? { value: 0, weight: 1 };
  const before = sorted[place - 1];
  const middle = below + here.weight / 2;
  if (!before || wanted >= middle) return here.value;
  const middleBefore = below - before.weight / 2;
  return before.value + ((here.value - before.value) * (wanted - middleBefore)) / (middle - middleBefore);
}

/** Mean excess over an edge; a twentieth of the edge when nothing lies beyond it. */
function excessOver(edge: number, sorted: readonly Weighted[]): number {
  const beyond = sorted.filter((one) => one.value > edge);
  const weight = beyond.reduce((sum, one) => sum + one.weight, 0);
  const least = edge / 20;
  if (weight === 0) return least;
  return Math.max(least, beyond.reduce((sum, one) => sum + one.weight * (one.value - edge), 0) / weight);
}
