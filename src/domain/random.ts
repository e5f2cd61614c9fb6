/** A stream of chance that is the same for the same seed. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  chance(share: number): boolean;
  between(low: number, high: number): number;
  pick<T>(items: readonly T[], weightOf: (item: T) => number): T;
  /** A lognormal value with that mean; `sigma` is the deviation of its logarithm. */
  lognormal(mean: number, sigma: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, even enough for a simulated day. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share) => next() < share,
    between: (low, high) => low + next() * (high - low),
    pick(items, weightOf) {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      for (const item of items) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (last === undefined) throw new Error('There is nothing to pick from.');
      return last;
    },
    lognormal(mean, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return mean * Math.exp(sigma * normal - (sigma * sigma) / 2);
    },
  };
}
