/** Somebody who came: in which line, and in which bin of the day. */
export interface Arrival {
  readonly line: string;
  readonly bin: number;
}

/** Days of the common shape of the day that a line's own shape is held against. */
const SHAPE_DAYS = 7;

/** Citizens a day who come to a line in a bin of the day, from what was seen in `days` days; 0 for an unknown line. */
export function learnArrivals(arrivals: readonly Arrival[], days: number): (line: string, bin: number) => number {
  const ofLine = new Map<string, number>();
  const ofBin = new Map<number, number>();
  const ofBoth = new Map<string, number>();
  const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { line, bin } of arrivals) {
    count(ofLine, line);
    count(ofBin, bin);
    count(ofBoth, `${line} ${bin}`);
  }
  return (line, bin) => {
    if (days === 0) return 0;
    const total = ofLine.get(line) ?? 0;
    const usual = ((total / days) * (ofBin.get(bin) ?? 0)) / Math.max(1, arrivals.length);
    return ((ofBoth.get(`${line} ${bin}`) ?? 0) + SHAPE_DAYS * usual) / (days + SHAPE_DAYS);
  };
}
