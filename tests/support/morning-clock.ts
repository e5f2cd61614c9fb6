import type { Clock } from '../../src/hub/time/clock.ts';
import { MONDAY_TEN } from './test-hub.ts';

const DAY_MS = 86_400_000;
const now = Date.now();
/** To ten in the morning of a day close to now. */
const shiftMs = ((MONDAY_TEN - now) % DAY_MS) + (MONDAY_TEN < now ? DAY_MS : 0);

/** The machine's own clocks, in a morning: the service day does not turn under a test, whenever it runs. */
export const morningClock: Clock = {
  kind: 'real',
  at: () => Date.now() + shiftMs,
  monotonicMs: () => performance.now(),
};
