import type { ForecastHall } from './forecast-hall.ts';

const NOBODY = -1;

/** Words of 32 bits for so many lines. */
export const wordsOf = (lines: number): number => Math.ceil(lines / 32);

/**
 * Who waits in each line of a forecast, by `waitingSince`. People are numbered: first those who wait now, then the
 * newcomers, then whoever arrives in a run. A flat linked list a line: a run makes no garbage.
 */
export class LineQueues {
  /** Since when the first of each line waits; infinite for an empty line. */
  readonly headSince: Float64Array;
  /** Which lines are not empty: a bit each, 32 to a word, so that a counter looks at those alone. */
  readonly filled: Int32Array;
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #first: {
    readonly head: Int32Array;
    readonly tail: Int32Array;
    readonly headSince: Float64Array;
    readonly filled: Int32Array;
    readonly next: Int32Array;
  };
  readonly #people: number;
  #since: Float64Array;
  #next: Int32Array;
  #made: number;
  #free = NOBODY;

  constructor({ lines, waiting, newcomers }: Pick<ForecastHall, 'lines' | 'waiting' | 'newcomers'>) {
    const people = [...waiting, ...newcomers.map((line) => ({ line, sinceMs: 0 }))];
    this.#people = people.length;
    this.#made = people.length;
    this.#since = new Float64Array(people.length + 1024);
    this.#next = new Int32Array(people.length + 1024).fill(NOBODY);
    this.#head = new Int32Array(lines.length).fill(NOBODY);
    this.#tail = new Int32Array(lines.length).fill(NOBODY);
    this.headSince = new Float64Array(lines.length).fill(Number.POSITIVE_INFINITY);
    this.filled = new Int32Array(wordsOf(lines.length));
    const order = people.map((one, id) => ({ ...one, id })).toSorted((a, b) => a.sinceMs - b.sinceMs || a.id - b.id);
    for (const { id, line, sinceMs } of order) {
      this.#since[id] = sinceMs;
      this.#append(line, id);
    }
    this.#first = {
      head: this.#head.slice(),
      tail: this.#tail.slice(),
      headSince: this.headSince.slice(),
      filled: this.filled.slice(),
      next: this.#next.slice(0, people.length),
    };
  }

  /** Everybody back to where they stand now. */
  reset(): void {
    this.#head.set(this.#first.head);
    this.#tail.set(this.#first.tail);
    this.headSince.set(this.#first.headSince);
    this.filled.set(this.#first.filled);
    this.#next.set(this.#first.next);
    this.#made = this.#people;
    this.#free = NOBODY;
  }

  /** Somebody new joins a line. */
  join(line: number, since: number): void {
    const id = this.#newPerson();
    this.#since[id] = since;
    const tail = this.#tail[line] ?? NOBODY;
    if (tail === NOBODY || since >= (this.#since[tail] ?? 0)) this.#append(line, id);
    else this.#insert(line, id, since);
  }

  /** Takes the first of a line that is not empty, and gives who it is. */
  take(line: number): number {
    const id = this.#head[line] ?? NOBODY;
    const next = this.#next[id] ?? NOBODY;
    this.#head[line] = next;
    if (next === NOBODY) {
      this.#tail[line] = NOBODY;
      this.headSince[line] = Number.POSITIVE_INFINITY;
      this.filled[line >> 5] = (this.filled[line >> 5] ?? 0) & ~(1 << (line & 31));
    } else this.headSince[line] = this.#since[next] ?? 0;
    if (id >= this.#people) {
      this.#next[id] = this.#free;
      this.#free = id;
    }
    return id;
  }

  #append(line: number, id: number): void {
    const tail = this.#tail[line] ?? NOBODY;
    this.#next[id] = NOBODY;
    this.#tail[line] = id;
    if (tail !== NOBODY) this.#next[tail] = id;
    else {
      this.#head[line] = id;
      this.headSince[line] = this.#since[id] ?? 0;
      this.filled[line >> 5] = (this.filled[line >> 5] ?? 0) | (1 << (line & 31));
    }
  }

  /** Before the first who came later; the tail did. */
  #insert(line: number, id: number, since: number): void {
    let before = NOBODY;
    let at = this.#head[line] ?? NOBODY;
    while ((this.#since[at] ?? 0) <= since) {
      before = at;
      at = this.#next[at] ?? NOBODY;
    }
    this.#next[id] = at;
    if (before !== NOBODY) this.#next[before] = id;
    else {
      this.#head[line] = id;
      this.headSince[line] = since;
    }
  }

  #newPerson(): number {
    const id = this.#free;
    if (id !== NOBODY) {
      this.#free = this.#next[id] ?? NOBODY;
      return id;
    }
    if (this.#made === this.#since.length) this.#grow();
    this.#made += 1;
    return this.#made - 1;
  }

  #grow(): void {
    const since = new Float64Array(this.#since.length * 2);
    const next = new Int32Array(this.#next.length * 2);
    since.set(this.#since);
    next.set(this.#next);
    this.#since = since;
    this.#next = next;
  }
}
