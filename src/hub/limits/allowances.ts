import { type Allowance, type Pace, takeOne } from './allowance.ts';

/** Beyond so many callers those are forgotten whose allowance is full again anyway. */
const MOST_KNOWN = 10_000;

/** One allowance for each caller, by name: an address, a key, a socket. A pace of null allows everything. */
export function allowances(pace: Pace | null, nowMs: () => number = () => performance.now()) {
  const known = new Map<string, Allowance>();

  function forgetFull({ perSecond, burst }: Pace): void {
    const fullMs = (burst * 1_000) / perSecond;
    for (const [name, { atMs }] of known) if (nowMs() - atMs > fullMs) known.delete(name);
    for (const name of known.keys()) {
      if (known.size <= MOST_KNOWN) return;
      known.delete(name);
    }
  }

  return {
    /** Takes one from a caller's allowance: 0, or in how many ms there is one again. */
    take(name: string): number {
      if (!pace) return 0;
      const { allowance, againMs } = takeOne(known.get(name), pace, nowMs());
      known.set(name, allowance);
      if (known.size > MOST_KNOWN) forgetFull(pace);
      return againMs;
    },
    forget: (name: string) => void known.delete(name),
  };
}

export type Allowances = ReturnType<typeof allowances>;
