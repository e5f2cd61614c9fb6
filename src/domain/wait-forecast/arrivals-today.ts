/** What the running day has shown of its arrivals. */
export interface DaySoFar {
  /** Citizens who came, by line. */
  readonly came: ReadonlyMap<string, number>;
  /** How many would have come by now on a usual day; null where there was none yet. */
  readonly expected: number | null;
  /** How many came per ms lately. */
  readonly lately: number;
}

/** How many citizens the usual counts for, against those who came today. */
const USUAL_COUNTS = 50;

/**
 * Citizens per ms who come to a line in the rest of the day. A day with more (or fewer) of them than usual goes on like
 * that; a centre's first day goes on as lately, with the lines' shares of all who came.
 */
export function arrivalsToday(
  { came, expected, lately }: DaySoFar,
  usual: (line: string, msOfDay: number) => number,
): (line: string, msOfDay: number) => number {
  const seen = [...came.values()].reduce((sum, one) => sum + one, 0);
  if (expected === null) return (line) => (lately * (came.get(line) ?? 0)) / Math.max(1, seen);
  const busier = (seen + USUAL_COUNTS) / (expected + USUAL_COUNTS);
  return (line, msOfDay) => usual(line, msOfDay) * busier;
}
