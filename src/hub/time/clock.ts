/** Where the hub takes time from. `at` is epoch ms; `monotonicMs` never goes back and starts anywhere. */
export interface Clock {
  readonly kind: 'real' | 'demo';
  at(): number;
  monotonicMs(): number;
}

/** The machine's own clocks. */
export const realClock: Clock = { kind: 'real', at: () => Date.now(), monotonicMs: () => performance.now() };

export interface DemoClock extends Clock {
  readonly kind: 'demo';
  /** Moves forward to an instant; earlier ones change nothing. */
  turnTo(at: number): void;
}

/** A clock for playing a day: starts at `startAt`, runs `rate` times as fast as time, and can be turned forward. */
export function demoClock(startAt: number, rate: number): DemoClock {
  const began = performance.now();
  let turnedMs = 0;
  const elapsed = () => (performance.now() - began) * rate + turnedMs;
  return {
    kind: 'demo',
    at: () => Math.floor(startAt + elapsed()),
    monotonicMs: elapsed,
    turnTo(at) {
      turnedMs += Math.max(0, at - (startAt + elapsed()));
    },
  };
}

export const isDemoClock = (clock: Clock): clock is DemoClock => clock.kind === 'demo';
