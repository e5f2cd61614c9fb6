/** What a round of a row gave: the figure that is judged, and what it was made of, for the file of the run. */
export interface Round {
  readonly value: number;
  readonly parts?: Readonly<Record<string, number>>;
}

/** Ends whatever a row has started. */
export type Stop = () => Promise<void> | void;

/** What is set up for a row: rounds are measured in it one after the other. */
export interface Bench {
  readonly round: () => Promise<readonly Round[]>;
  readonly stop: Stop;
}

/** One figure that has to reach a goal. */
export interface Figure {
  readonly what: string;
  readonly unit: '' | 'ms' | 's' | 'KB' | 'kB' | 'MB' | '%';
  /** Whether more or less of it is wanted. */
  readonly wants: 'more' | 'less';
  readonly goal: number;
  /** Past this the work stops until it is mended. */
  readonly stop: number;
}

/** One or more figures that are measured together: a round gives one value for each, in their order. */
export interface Row {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** How many rounds at least; a measure that is a count or that takes minutes needs fewer. */
  readonly rounds?: number;
  readonly open: (folder: string) => Promise<Bench>;
  /** Why it cannot be measured here, in words; undefined where it can. */
  readonly cannot?: () => Promise<string | undefined> | string | undefined;
}
