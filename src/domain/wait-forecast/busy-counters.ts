/** The counters that will have time at a known moment, the soonest at the end: one pass of an insertion sort keeps it so. */
export class BusyCounters {
  readonly #times: Float64Array;
  readonly #counters: Int32Array;
  #size = 0;

  constructor(most: number) {
    this.#times = new Float64Array(most);
    this.#counters = new Int32Array(most);
  }

  clear(): void {
    this.#size = 0;
  }

  /** When the next counter has time; infinite when there is none. */
  soonest(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#times[this.#size - 1] ?? 0);
  }

  /** Takes out the counter of `soonest`. */
  pop(): number {
    this.#size -= 1;
    return this.#counters[this.#size] ?? 0;
  }

  /** Puts in a counter that is not in; one that never has time again is left out. */
  add(counter: number, time: number): void {
    if (time === Number.POSITIVE_INFINITY) return;
    let place = this.#size;
    for (; place > 0; place -= 1) {
      const before = this.#times[place - 1] ?? 0;
      if (before >= time) break;
      this.#times[place] = before;
      this.#counters[place] = this.#counters[place - 1] ?? 0;
    }
    this.#times[place] = time;
    this.#counters[place] = counter;
    this.#size += 1;
  }
}
