/** How the backend fails towards the hub when it is told to. */
export const FAIL_MODES = ['none', 'slow', '500', 'html', 'duplicates', 'flood'] as const;
export type FailMode = (typeof FAIL_MODES)[number];

/** How many bookings a flood brings. */
export const FLOOD = 50_000;
