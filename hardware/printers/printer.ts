/** A picture to print: one bit a dot, rows of `width / 8` bytes, leftmost dot in the highest bit, 1 is black. */
export interface PrintPicture {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** One slip to print, in the two forms that drivers need. `name` is unique among the slips of a day. */
export interface PrintJob {
  readonly name: string;
  readonly picture: PrintPicture;
  /** The same as PNG bytes, for a printer of files. */
  readonly png: Uint8Array;
}

/**
 * What became of a job. `confirmed`: the printer said so. `notSent`: nothing of it reached the printer, so that
 * trying again is safe. `uncertain`: bytes left, and nobody said that paper came.
 */
export type PrintOutcome = 'confirmed' | 'notSent' | 'uncertain';

/** Something that gives a slip to a citizen. Its functions never throw: what fails is an outcome. */
export interface Printer {
  readonly kind: 'network' | 'preview';
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Whether a slip would come out now. */
  isReady(): Promise<boolean>;
}
