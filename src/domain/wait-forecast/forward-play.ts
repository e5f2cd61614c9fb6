import type { Chance } from './chance.ts';
import { Arrivals } from './arrivals.ts';
import { Calling, NO_LINE } from './calling.ts';
import { BusyCounters } from './busy-counters.ts';
import { CounterPlans } from './counter-plans.ts';
import { ABSENCE_BIN_MS, type ForecastHall } from './forecast-hall.ts';
import { type Law, quantileOf, restOf } from './law.ts';
import { LineQueues } from './line-queues.ts';

/**
 * Plays a hall forward from now by the calling rule, once a run. People are numbered as they are given: those who wait,
 * then the newcomers. A newcomer is called like everybody, but takes no time of a counter: the wait of somebody does
 * not depend on their own service, and so many can be asked for at once.
 */
export class ForwardPlay {
  /** Waits of everybody who was called after `tallyFromMs`: how many, and their sum in ms. */
  readonly tally = { count: 0, sumMs: 0 };
  tallyFromMs = Number.POSITIVE_INFINITY;
  readonly #hall: ForecastHall;
  readonly #random: Chance;
  readonly #queues: LineQueues;
  readonly #arrivals: Arrivals;
  readonly #plans: CounterPlans;
  readonly #calling: Calling;
  readonly #busy: BusyCounters;
  readonly #isIdle: Uint8Array;
  /** The line of whom each counter serves, -1 when there is none to go on to a next stage. */
  readonly #serving: Int32Array;
  readonly #laws: readonly (Law | undefined)[];
  /** For each line the one that its citizens go on to, and which share of them do. */
  readonly #next: Int32Array;
  readonly #nextShare: Float64Array;
  readonly #stayShare: Float64Array;
  /** For each counter and line whether the counter does the next one too. */
  readonly #canStay: Uint8Array;
  /** For each line its stretch in each bin. */
  readonly #stretch: Float64Array;
  readonly #bins: number;
  readonly #absence: Float64Array;
  readonly #countersOf: readonly Int32Array[];
  readonly #waiting: number;
  readonly #people: number;
  #calledAt: Float64Array = new Float64Array();
  /** The moment of the run. A field and not an argument: a number with a fraction that is handed on is allocated. */
  #at = 0;
  #left = 0;
  #idleCount = 0;

  constructor(hall: ForecastHall, random: Chance) {
    this.#hall = hall;
    this.#random = random;
    this.#queues = new LineQueues(hall);
    this.#arrivals = new Arrivals(hall, random);
    this.#plans = new CounterPlans(hall.counters, random);
    this.#calling = new Calling(hall, this.#queues);
    this.#busy = new BusyCounters(hall.counters.length);
    this.#isIdle = new Uint8Array(hall.counters.length);
    this.#serving = new Int32Array(hall.counters.length);
    this.#countersOf = hall.lines.map((_, line) =>
      Int32Array.from(
        hall.counters.flatMap(({ serves }, counter) => (serves.some((one) => one.line === line) ? [counter] : [])),
      ),
    );
    this.#laws = hall.lines.map((line) => hall.laws[line.law]);
    this.#next = Int32Array.from(hall.lines, (line) => line.next);
    this.#nextShare = Float64Array.from(hall.lines, (line) => line.nextShare);
    this.#stayShare = Float64Array.from(hall.lines, (line) => line.stayShare);
    this.#canStay = new Uint8Array(hall.counters.length * hall.lines.length);
    for (const [line, { next }] of hall.lines.entries()) {
      for (const counter of this.#countersOf[next] ?? []) this.#canStay[counter * hall.lines.length + line] = 1;
    }
    this.#bins = Math.max(1, ...hall.lines.map((line) => line.stretch.length));
    this.#stretch = Float64Array.from(
      hall.lines.flatMap(({ stretch }) =>
        Array.from({ length: this.#bins }, (_, bin) => stretch[bin] ?? stretch.at(-1) ?? 1),
      ),
    );
    this.#absence = Float64Array.from(hall.absence);
    this.#waiting = hall.waiting.length;
    this.#people = hall.waiting.length + hall.newcomers.length;
  }

  /** One run. Writes when each person is called into `calledAt` (ms after now; infinite when the run ends before). */
  run(calledAt: Float64Array): void {
    const { horizonMs } = this.#hall;
    this.#begin(calledAt);
    for (;;) {
      const freeAt = this.#busy.soonest();
      const arriving = this.#arrivals;
      const at = Math.min(freeAt, arriving.at);
      if (at > horizonMs || at === Number.POSITIVE_INFINITY) return;
      this.#at = at;
      if (arriving.at < freeAt) {
        this.#queues.join(arriving.line, arriving.since);
        if (this.#idleCount > 0) this.#wake(arriving.line);
        arriving.next();
      } else this.#free(this.#busy.pop());
      if (this.#left === 0 && this.tallyFromMs === Number.POSITIVE_INFINITY) return;
    }
  }

  #begin(calledAt: Float64Array): void {
    this.#calledAt = calledAt;
    calledAt.fill(Number.POSITIVE_INFINITY);
    this.#left = this.#people;
    this.#idleCount = 0;
    this.#busy.clear();
    this.#queues.reset();
    this.#arrivals.reset();
    this.#plans.reset();
    for (const [counter, { holds }] of this.#hall.counters.entries()) {
      this.#isIdle[counter] = 0;
      this.#serving[counter] = holds?.line ?? NO_LINE;
      this.#busy.add(counter, holds ? this.#restOf(holds.line, holds.elapsedMs) : this.#reactionMs());
    }
  }

  /** How much longer a citizen keeps the counter that has been there for a while. */
  #restOf(line: number, elapsedMs: number): number {
    const law = this.#laws[line] ?? this.#hall.absenceLaw;
    const longer = this.#stretch[line * this.#bins] ?? 1;
    return restOf(law, elapsedMs / longer, this.#random.next()) * longer;
  }

  /** A counter has time: its citizen goes on to the next stage, here or elsewhere, and it calls if it is open. */
  #free(counter: number): void {
    const served = this.#serving[counter] ?? NO_LINE;
    this.#serving[counter] = NO_LINE;
    const next = this.#nextOf(served);
    if (next !== NO_LINE && this.#stays(counter, served)) {
      this.#serve(counter, next, this.#random.next());
      return;
    }
    const opensAt = this.#plans.openFrom(counter, this.#at);
    if (opensAt > this.#at) this.#busy.add(counter, opensAt);
    else this.#call(counter);
    if (next === NO_LINE) return;
    this.#queues.join(next, this.#at);
    if (this.#idleCount > 0) this.#wake(next);
  }

  #nextOf(served: number): number {
    if (served === NO_LINE) return NO_LINE;
    const share = this.#nextShare[served] as number;
    return share === 1 || this.#random.next() < share ? (this.#next[served] as number) : NO_LINE;
  }

  #stays(counter: number, served: number): boolean {
    const share = this.#stayShare[served] as number;
    if (share === 0 || this.#canStay[counter * this.#hall.lines.length + served] !== 1) return false;
    return share === 1 || this.#random.next() < share;
  }

  #reactionMs(): number {
    const { reaction } = this.#hall;
    return reaction ? quantileOf(reaction, this.#random.next()) : 0;
  }

  /** Somebody has joined a line: an idle counter that serves it calls as soon as its operator has seen it. */
  #wake(line: number): void {
    const counters = this.#countersOf[line];
    if (!counters) return;
    for (let i = 0; i < counters.length; i += 1) {
      const counter = counters[i] ?? 0;
      if (this.#isIdle[counter] === 0) continue;
      this.#isIdle[counter] = 0;
      this.#idleCount -= 1;
      const opensAt = this.#plans.openFrom(counter, this.#at);
      if (opensAt === this.#at) {
        if (this.#hall.reaction) this.#busy.add(counter, this.#at + this.#reactionMs());
        else this.#call(counter);
        return;
      }
      this.#busy.add(counter, opensAt);
    }
  }

  #call(counter: number): void {
    const at = this.#at;
    for (;;) {
      const line = this.#calling.lineFor(counter, at);
      if (line === NO_LINE) {
        this.#isIdle[counter] = 1;
        this.#idleCount += 1;
        return;
      }
      const waitedMs = Math.max(0, at - (this.#queues.headSince[line] ?? 0));
      const id = this.#queues.take(line);
      if (id < this.#people) {
        this.#calledAt[id] = at;
        this.#left -= 1;
        if (id >= this.#waiting) continue;
      }
      if (at >= this.tallyFromMs) this.#tell(waitedMs);
      this.#occupy(counter, line, waitedMs);
      return;
    }
  }

  #tell(waitedMs: number): void {
    this.tally.count += 1;
    this.tally.sumMs += waitedMs;
  }

  /** One draw says both whether the citizen is there and how long the counter is kept. */
  #occupy(counter: number, line: number, waitedMs: number): void {
    const at = this.#at;
    const share = this.#random.next();
    const bin = Math.min(this.#absence.length - 1, Math.floor(waitedMs / ABSENCE_BIN_MS));
    const absent = this.#absence[bin] ?? 0;
    if (share < absent) {
      this.#busy.add(counter, at + quantileOf(this.#hall.absenceLaw, share / absent));
      return;
    }
    this.#serve(counter, line, (share - absent) / (1 - absent));
  }

  /** A citizen of a line is there, and keeps the counter for that quantile of its law. */
  #serve(counter: number, line: number, share: number): void {
    const at = this.#at;
    const law = this.#laws[line] ?? this.#hall.absenceLaw;
    const longer = this.#stretch[line * this.#bins + Math.min(this.#bins - 1, Math.floor(at / this.#hall.binMs))] ?? 1;
    this.#busy.add(counter, at + quantileOf(law, share) * longer);
    this.#serving[counter] = line;
  }
}
