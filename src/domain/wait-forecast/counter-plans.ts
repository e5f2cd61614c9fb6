import type { Chance } from './chance.ts';
import type { ForecastCounter } from './forecast-hall.ts';

const NEVER = new Float64Array();

/** When each counter is open in a run: one of its alternatives, drawn anew for each run. */
export class CounterPlans {
  readonly #counters: readonly ForecastCounter[];
  readonly #random: Chance;
  readonly #spans: Float64Array[];
  readonly #plans: readonly (readonly Float64Array[])[];
  readonly #place: Int32Array;
  /** Until when each counter is known to be open: most questions are answered by it. */
  readonly #openUntil: Float64Array;

  constructor(counters: readonly ForecastCounter[], random: Chance) {
    this.#counters = counters;
    this.#random = random;
    this.#plans = counters.map(({ plans }) => plans.map((spans) => Float64Array.from(spans.flat())));
    this.#spans = counters.map(() => new Float64Array());
    this.#place = new Int32Array(counters.length);
    this.#openUntil = new Float64Array(counters.length);
  }

  reset(): void {
    for (let counter = 0; counter < this.#counters.length; counter += 1) {
      const plans = this.#plans[counter] ?? [];
      const drawn = plans.length > 1 ? plans[Math.floor(this.#random.next() * plans.length)] : plans[0];
      if (drawn) this.#spans[counter] = drawn;
      this.#place[counter] = 0;
      this.#openUntil[counter] = 0;
    }
  }

  /** The earliest time from `at` on when the counter is open; infinite when it opens no more. Asked in order of time. */
  openFrom(counter: number, at: number): number {
    return at < (this.#openUntil[counter] as number) ? at : this.#nextOpen(counter, at);
  }

  #nextOpen(counter: number, at: number): number {
    const spans = this.#spans[counter] ?? NEVER;
    let place = this.#place[counter] ?? 0;
    while (place < spans.length && (spans[place + 1] ?? 0) <= at) place += 2;
    this.#place[counter] = place;
    const opensAt = spans[place] ?? Number.POSITIVE_INFINITY;
    if (opensAt > at) return opensAt;
    this.#openUntil[counter] = spans[place + 1] ?? 0;
    return at;
  }
}
