import type { Topic } from './topics.ts';
import type { Touch } from './touched.ts';

/** Least time between two pushes of one topic: a change is seen at once, a storm of changes as a few newest values. */
export const LEAST_GAP_MS = 40;
/** The same for what is seen early enough `soon`: the line of a console that grows by somebody else's work. */
export const SOON_GAP_MS = 200;
/** The wall counts on by itself between two values. */
const WALL_GAP_MS = 1_000;
/** The newest calls are in what a board is shown at once; in so long hardly ever more are made than are there. */
const CALLS_GAP_MS = 10_000;

/** Of the topics that go more rarely than what they tell of changes. */
const RARELY_MS: Partial<Record<Topic['name'], number>> = { wall: WALL_GAP_MS, boardCalls: CALLS_GAP_MS };

/** When a topic was pushed, and when it will be (ms of the process). */
export interface Pushed {
  pushedMs: number;
  /** When it was pushed last because something had to be seen at once: that waits for no forecast that was pushed before. */
  hurriedMs: number;
  isHurried: boolean;
  /** When it is to be pushed next; null when nothing has changed. */
  dueMs: number | null;
}

export const NEVER_PUSHED: Pushed = {
  pushedMs: Number.NEGATIVE_INFINITY,
  hurriedMs: Number.NEGATIVE_INFINITY,
  isHurried: false,
  dueMs: null,
};

function restedMs(name: Topic['name'], touch: Touch, { pushedMs, hurriedMs }: Pushed): number {
  const rarelyMs = RARELY_MS[name];
  if (rarelyMs !== undefined) return pushedMs + rarelyMs;
  return touch === 'soon' ? pushedMs + SOON_GAP_MS : hurriedMs + LEAST_GAP_MS;
}

/** Says of a topic when it is to be pushed once it was touched: not later for a touch that may wait. */
export function markTouched(one: Pushed & { readonly topic: Topic }, touch: Touch, nowMs: number): void {
  const dueMs = Math.max(nowMs, restedMs(one.topic.name, touch, one));
  one.dueMs = Math.min(one.dueMs ?? dueMs, dueMs);
  one.isHurried ||= touch === true;
}

export function markPushed(one: Pushed, nowMs: number): void {
  if (one.isHurried) one.hurriedMs = nowMs;
  Object.assign(one, { pushedMs: nowMs, isHurried: false, dueMs: null });
}
