import type { ResourceLimits } from 'node:worker_threads';

/**
 * What a worker keeps for what it needs for a moment only. Left to itself each takes 96 MB of a machine that has memory,
 * and never gives them back; none of them is in a hurry.
 */
export const WORKER_LIMITS = { maxYoungGenerationSizeMb: 24 } as const satisfies ResourceLimits;
