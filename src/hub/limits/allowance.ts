/** How often something may be done: so many a second in the long run, and so many at once. */
export interface Pace {
  readonly perSecond: number;
  readonly burst: number;
}

/** What is left at a moment (ms of a monotonic clock). */
export interface Allowance {
  readonly left: number;
  readonly atMs: number;
}

/** Takes one from an allowance, which fills by itself as time passes; `againMs`: how long until there is one again. */
export function takeOne(
  before: Allowance | undefined,
  { perSecond, burst }: Pace,
  nowMs: number,
): { readonly allowance: Allowance; readonly againMs: number } {
  const passedMs = before ? Math.max(0, nowMs - before.atMs) : 0;
  const left = before ? Math.min(burst, before.left + (passedMs * perSecond) / 1_000) : burst;
  const isAllowed = left >= 1;
  return {
    allowance: { left: isAllowed ? left - 1 : left, atMs: nowMs },
    againMs: isAllowed ? 0 : Math.ceil(((1 - left) * 1_000) / perSecond),
  };
}
