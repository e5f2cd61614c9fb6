import { type Random, randomFrom } from '../random.ts';

/** What the forward play needs of chance. */
export type Chance = Pick<Random, 'next'>;

/** A power of two, and more values than 200 runs of a full hall take. */
const POOL_SIZE = 2 ** 19;
let pool: Float64Array | undefined;

/** Values of one stream, drawn once and read from any place on: a tenth of a forecast was drawing the same kind anew. */
class PooledChance implements Chance {
  readonly #values: Float64Array;
  #place: number;

  constructor(values: Float64Array, place: number) {
    this.#values = values;
    this.#place = place;
  }

  next(): number {
    this.#place = (this.#place + 1) & (POOL_SIZE - 1);
    return this.#values[this.#place] as number;
  }
}

/** Chance from a pool, from a place on that the seed gives. It comes around after half a million values. */
export function pooledChance(seed: number): Chance {
  const stream = randomFrom(POOL_SIZE);
  pool ??= Float64Array.from({ length: POOL_SIZE }, () => stream.next());
  return new PooledChance(pool, Math.floor(randomFrom(seed).next() * POOL_SIZE));
}
