import type { ChainHead } from './chain-head.ts';

/** A head of the log as a screen saw it: when (epoch ms), and in which service day. */
export interface SeenHead extends ChainHead {
  readonly at: number;
  readonly day: string;
}

/** What a screen keeps of one hub's log: the newest head of each service day, and heads that the log later went back behind. */
export interface KeptHeads {
  readonly hubId: string;
  /** Oldest first. */
  readonly heads: readonly SeenHead[];
  readonly breaks: readonly SeenHead[];
  /** The newest number of each series in the newest of these days. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** What a hub tells every screen of its log and its numbers. */
export interface DayMark {
  readonly hubId: string;
  readonly serviceDay: string;
  readonly numbers: Readonly<Record<string, number>>;
}

/** For so many service days a screen keeps what it saw. */
export const KEPT_DAYS = 40;
const MOST_BREAKS = 20;

const keepsNothing = (hubId: string): KeptHeads => ({ hubId, heads: [], breaks: [], numbers: {} });

/** The larger number of each series. */
function largest(a: KeptHeads['numbers'], b: KeptHeads['numbers']): KeptHeads['numbers'] {
  const all = { ...a };
  for (const [series, number] of Object.entries(b)) all[series] = Math.max(number, all[series] ?? 0);
  return all;
}

/** Whether a log that is at `now` can no longer be the one that was at `before`. */
const goesBack = (before: SeenHead, now: ChainHead): boolean =>
  before.seq > now.seq || (before.seq === now.seq && before.hash !== now.hash);

/**
 * What is kept after a head was seen. A log only grows: where it went back behind what was seen, that is never written
 * over, but kept as a break.
 */
export function keepHead(before: KeptHeads | undefined, seen: SeenHead, mark: DayMark): KeptHeads {
  const kept = before ?? keepsNothing(mark.hubId);
  const last = kept.heads.at(-1);
  const breaks = last && goesBack(last, seen) ? [...kept.breaks, last].slice(-MOST_BREAKS) : kept.breaks;
  const isSameDay = last?.day === seen.day;
  const others = isSameDay ? kept.heads.slice(0, -1) : kept.heads;
  return {
    hubId: mark.hubId,
    heads: [...others, seen].slice(-KEPT_DAYS),
    breaks,
    numbers: isSameDay ? largest(kept.numbers, mark.numbers) : mark.numbers,
  };
}
