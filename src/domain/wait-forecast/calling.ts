import { MOST_URGENCY } from '../calling-rule.ts';
import type { ForecastHall } from './forecast-hall.ts';
import { type LineQueues, wordsOf } from './line-queues.ts';

/** Nobody to call. */
export const NO_LINE = -1;

/** More than any urgency. */
const RANK = 2 * MOST_URGENCY;

/** `pickNext` of the calling rule over flat arrays: the same choice, made a hundred thousand times a forecast. */
export class Calling {
  readonly #words: number;
  readonly #lineCount: number;
  /** For each counter the lines that it serves, as bits. */
  readonly #serves: Int32Array;
  /** For each counter and line the rank of its level; of a line that is due, the rank of the counter. */
  readonly #ranks: Float64Array;
  readonly #dueRanks: Float64Array;
  readonly #shares: Float64Array;
  readonly #queues: Pick<LineQueues, 'headSince' | 'filled'>;

  constructor(
    { counters, lines }: Pick<ForecastHall, 'counters' | 'lines'>,
    queues: Pick<LineQueues, 'headSince' | 'filled'>,
  ) {
    this.#words = wordsOf(lines.length);
    this.#lineCount = lines.length;
    this.#serves = new Int32Array(counters.length * this.#words);
    this.#ranks = new Float64Array(counters.length * lines.length);
    this.#dueRanks = Float64Array.from(counters, ({ levels }) => levels * RANK);
    for (const [counter, { serves, levels }] of counters.entries()) {
      for (const { line, level } of serves) {
        const word = counter * this.#words + (line >> 5);
        this.#serves[word] = (this.#serves[word] ?? 0) | (1 << (line & 31));
        this.#ranks[counter * lines.length + line] = (levels - level) * RANK;
      }
    }
    this.#shares = Float64Array.from(lines, (line) => 1 / line.targetMs);
    this.#queues = queues;
  }

  /** The line whose first the counter calls at that time, or `NO_LINE`. Every index comes from the hall: none is out. */
  lineFor(counter: number, at: number): number {
    const { headSince, filled } = this.#queues;
    const dueRank = this.#dueRanks[counter] as number;
    const base = counter * this.#lineCount;
    let best = NO_LINE;
    let bestScore = Number.NEGATIVE_INFINITY;
    let bestSince = 0;
    for (let word = 0; word < this.#words; word += 1) {
      let bits = (this.#serves[counter * this.#words + word] as number) & (filled[word] as number);
      for (; bits !== 0; bits &= bits - 1) {
        const line = word * 32 + 31 - Math.clz32(bits & -bits);
        const since = headSince[line] as number;
        const urgency = (at - since) * (this.#shares[line] as number);
        // Rank and urgency in one number, the highest goes first: below zero before the slot, then `RANK` for each rank.
        let score = -since;
        if (urgency >= 1) score = dueRank + Math.min(urgency, MOST_URGENCY);
        else if (urgency >= 0) score = (this.#ranks[base + line] as number) + urgency;
        if (score > bestScore || (score === bestScore && since < bestSince)) {
          best = line;
          bestScore = score;
          bestSince = since;
        }
      }
    }
    return best;
  }
}
