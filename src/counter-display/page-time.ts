const LONGEST_MS = 8_000;
/** Three calls are read in this. */
const SHORTEST_MS = 3_000;
/** Whoever looks for a number need not look for longer, while the pages are no more than can be read in it. */
const ROUND_MS = 120_000;

/** How long each page of a list stands, so that the whole list comes by while somebody looks for something in it. */
export const pageMs = (pages: number): number => Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ROUND_MS / pages));
