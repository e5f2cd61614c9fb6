/** One scan that was to finish a stage, and what became of it. */
export interface Scanned {
  readonly id: number;
  readonly trackingNumber: string;
  readonly stageId: string;
  readonly at: number;
  readonly outcome: 'sending' | 'done' | 'refused';
  /** Why it was refused. */
  readonly trouble: string;
}

/** So many of the last are listed. */
const LISTED = 10;

/** A list with one more scan on top. */
export const withScan = (list: readonly Scanned[], scan: Scanned): readonly Scanned[] =>
  [scan, ...list].slice(0, LISTED);

/** The same list, with the answer to one of its scans. */
export const withAnswer = (list: readonly Scanned[], id: number, answer: Partial<Scanned>): readonly Scanned[] =>
  list.map((scan) => (scan.id === id ? { ...scan, ...answer } : scan));
