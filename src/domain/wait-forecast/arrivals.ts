import type { Chance } from './chance.ts';
import type { ForecastHall } from './forecast-hall.ts';
import { quantileOf, shareUpTo } from './law.ts';

const GUIDES = 128;

/** Who comes during a run: walk-ins as a Poisson stream whose rate changes from bin to bin, and the booked. */
export class Arrivals {
  /** When the next one comes, in which line, and from when they wait. Infinite when nobody comes any more. */
  at = 0;
  line = 0;
  since = 0;
  readonly #random: Chance;
  readonly #hall: ForecastHall;
  readonly #bins: number;
  readonly #rates: Float64Array;
  /** For each bin the running sum of the lines' rates. */
  readonly #shares: Float64Array;
  /** For each bin and each `GUIDES`th of its rate the first line that can be meant: a search of a step or two. */
  readonly #guides: Uint16Array;
  readonly #bookedAt: Float64Array;
  readonly #booked: Int32Array;
  /** For each booking the share of its law that has passed: its citizen would have come by now. */
  readonly #passed: Float64Array;
  #bookedCount = 0;
  #bookedNext = 0;
  #walkInAt = 0;
  #walkInBin = 0;

  constructor(hall: ForecastHall, random: Chance) {
    const { lines } = hall;
    this.#hall = hall;
    this.#random = random;
    this.#bins = Math.max(1, ...lines.map((line) => line.arrivals.length));
    this.#rates = new Float64Array(this.#bins);
    this.#shares = new Float64Array(this.#bins * lines.length);
    for (let bin = 0; bin < this.#bins; bin += 1) {
      let sum = 0;
      for (const [i, line] of lines.entries()) {
        sum += line.arrivals[Math.min(bin, line.arrivals.length - 1)] ?? 0;
        this.#shares[bin * lines.length + i] = sum;
      }
      this.#rates[bin] = sum;
    }
    this.#guides = new Uint16Array(this.#bins * GUIDES);
    for (let guide = 0, line = 0; guide < this.#guides.length; guide += 1) {
      const bin = Math.floor(guide / GUIDES);
      const part = guide % GUIDES;
      line = this.#lineFrom(bin, part === 0 ? 0 : line, (part / GUIDES) * (this.#rates[bin] ?? 0));
      this.#guides[guide] = line;
    }
    this.#bookedAt = new Float64Array(hall.booked.length);
    this.#booked = new Int32Array(hall.booked.length);
    const { earliestMs, law } = hall.booking;
    this.#passed = Float64Array.from(hall.booked, ({ slotMs }) => {
      const elapsedMs = -slotMs - earliestMs;
      return elapsedMs > 0 ? shareUpTo(law, elapsedMs) : 0;
    });
  }

  reset(): void {
    this.#walkInAt = 0;
    this.#walkInBin = 0;
    this.#drawBooked();
    this.#drawWalkIn();
    this.#choose();
  }

  /** Moves on to the one after. */
  next(): void {
    if (this.at === this.#walkInAt) this.#drawWalkIn();
    else this.#bookedNext += 1;
    this.#choose();
  }

  #choose(): void {
    if (this.#bookedNext < this.#bookedCount) {
      const at = this.#bookedAt[this.#bookedNext] ?? 0;
      if (at < this.#walkInAt) {
        const one = this.#hall.booked[this.#booked[this.#bookedNext] ?? 0];
        this.at = at;
        this.line = one?.line ?? 0;
        this.since = Math.max(at, one?.slotMs ?? 0);
        return;
      }
    }
    this.at = this.#walkInAt;
    this.since = this.#walkInAt;
    if (this.at < Number.POSITIVE_INFINITY) this.line = this.#lineAt(this.#walkInBin);
  }

  /** An exponential gap that ends behind the edge of its bin begins anew at the edge: it has no memory. */
  #drawWalkIn(): void {
    const last = this.#bins - 1;
    let at = this.#walkInAt;
    for (let bin = this.#walkInBin; bin <= last; bin += 1) {
      const rate = this.#rates[bin] ?? 0;
      const edge = bin === last ? Number.POSITIVE_INFINITY : (bin + 1) * this.#hall.binMs;
      const drawn = rate > 0 ? at - Math.log(1 - this.#random.next()) / rate : Number.POSITIVE_INFINITY;
      if (drawn < edge) {
        this.#walkInAt = drawn;
        this.#walkInBin = bin;
        return;
      }
      at = edge;
    }
    this.#walkInAt = Number.POSITIVE_INFINITY;
  }

  #lineAt(bin: number): number {
    const share = this.#random.next();
    const guide = this.#guides[bin * GUIDES + Math.floor(share * GUIDES)] ?? 0;
    return this.#lineFrom(bin, guide, share * (this.#rates[bin] ?? 0));
  }

  /** The first line from `line` on whose running sum is above `wanted`. */
  #lineFrom(bin: number, line: number, wanted: number): number {
    const last = this.#hall.lines.length - 1;
    const base = bin * (last + 1);
    let at = line;
    while (at < last && (this.#shares[base + at] ?? 0) <= wanted) at += 1;
    return at;
  }

  /** Who of the booked comes, and when, in order. The longer one has not come, the less they are expected (Bayes). */
  #drawBooked(): void {
    const { booked, booking } = this.#hall;
    this.#bookedCount = 0;
    this.#bookedNext = 0;
    for (const [i, { slotMs }] of booked.entries()) {
      const passed = this.#passed[i] ?? 0;
      const missing = 1 - booking.comeShare * passed;
      const share = this.#random.next() * missing;
      if (share >= booking.comeShare * (1 - passed)) continue;
      const at = slotMs + booking.earliestMs + quantileOf(booking.law, passed + share / booking.comeShare);
      this.#insertBooked(i, Math.max(0, at));
    }
  }

  /** Insertion from the end: bookings are given by slot, so hardly anything moves. */
  #insertBooked(booking: number, at: number): void {
    let place = this.#bookedCount;
    while (place > 0 && (this.#bookedAt[place - 1] ?? 0) > at) {
      this.#bookedAt[place] = this.#bookedAt[place - 1] ?? 0;
      this.#booked[place] = this.#booked[place - 1] ?? 0;
      place -= 1;
    }
    this.#bookedAt[place] = at;
    this.#booked[place] = booking;
    this.#bookedCount += 1;
  }
}
