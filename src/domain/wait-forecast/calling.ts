import { MOST_URGENCY } from '../calling-rule.ts';
import type { ForecastHall } from './forecast-hall.ts';

/** Nobody to call. */
export const NO_LINE = -1;

/** More than any urgency. */
const RANK = 2 * MOST_URGENCY;

/** `pickNext` of the calling rule over flat arrays: the same choice, made a hundred thousand times a forecast. */
export class Calling {
  readonly #from: Int32Array;
  readonly #lines: Int32Array;
  /** Rank and urgency in one number, the highest goes first: below zero before the slot, then `RANK` for each rank. */
  readonly #scores: Float64Array;
  readonly #dueScores: Float64Array;
  readonly #shares: Float64Array;
  readonly #headSince: Float64Array;

  constructor({ counters, lines }: Pick<ForecastHall, 'counters' | 'lines'>, headSince: Float64Array) {
    const served = counters.flatMap((counter) => counter.serves);
    this.#lines = Int32Array.from(served, (one) => one.line);
    this.#scores = Float64Array.from(
      counters.flatMap(({ serves, levels }) => serves.map(({ level }) => (levels - level) * RANK)),
    );
    this.#dueScores = Float64Array.from(counters.flatMap(({ serves, levels }) => serves.map(() => levels * RANK)));
    this.#from = new Int32Array(counters.length + 1);
    for (const [i, counter] of counters.entries()) {
      this.#from[i + 1] = (this.#from[i] ?? 0) + counter.serves.length;
    }
    this.#shares = Float64Array.from(lines, (line) => 1 / line.targetMs);
    this.#headSince = headSince;
  }

  /** The line whose first the counter calls at that time, or `NO_LINE`. Every index comes from the hall: none is out. */
  lineFor(counter: number, at: number): number {
    const end = this.#from[counter + 1] as number;
    let best = NO_LINE;
    let bestScore = Number.NEGATIVE_INFINITY;
    let bestSince = 0;
    for (let i = this.#from[counter] as number; i < end; i += 1) {
      const line = this.#lines[i] as number;
      const since = this.#headSince[line] as number;
      const urgency = (at - since) * (this.#shares[line] as number);
      let score = -since;
      if (urgency >= 1) score = (this.#dueScores[i] as number) + Math.min(urgency, MOST_URGENCY);
      else if (urgency >= 0) score = (this.#scores[i] as number) + urgency;
      if (score > bestScore || (score === bestScore && since < bestSince)) {
        best = line;
        bestScore = score;
        bestSince = since;
      }
    }
    return best;
  }
}
