/** A picture to print: one bit a dot, rows of `width / 8` bytes, leftmost dot in the highest bit, 1 is black. */
export interface PrintPicture {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** One slip to print, as ESC/POS bytes. `name` is unique among the slips of a day. */
export interface PrintJob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What became of a job. `confirmed`: the printer said so. `notSent`: nothing of it reached the printer, so that
 * trying again is safe. `uncertain`: bytes left, and nobody said that paper came.
 */
export type PrintOutcome = 'confirmed' | 'notSent' | 'uncertain';

/** What a printer says of itself. */
export interface PrinterStatus {
  /** Whether there is a way to it at all. */
  readonly isReachable: boolean;
  /** Whether it answers questions. One that does not is thought to be well, and confirms nothing. */
  readonly answers: boolean;
  readonly isOffline: boolean;
  readonly paper: 'present' | 'nearEnd' | 'out';
  readonly isCoverOpen: boolean;
  /** `recoverable`: it goes on once somebody has seen to it. `fonts`: who drives it cannot draw a slip. */
  readonly fault: 'none' | 'recoverable' | 'cutter' | 'unrecoverable' | 'fonts';
}

/** A printer of which nothing bad is known. */
export const WELL: PrinterStatus = {
  isReachable: true,
  answers: true,
  isOffline: false,
  paper: 'present',
  isCoverOpen: false,
  fault: 'none',
};

/** A printer that cannot be reached. */
export const AWAY: PrinterStatus = { ...WELL, isReachable: false, answers: false };

/** Whether a slip would come out now. */
export const canPrint = ({ isReachable, isOffline, paper, isCoverOpen, fault }: PrinterStatus): boolean =>
  isReachable && !isOffline && paper !== 'out' && !isCoverOpen && fault === 'none';

/** Something that gives a slip to a citizen. Its functions never throw: what fails is an outcome, or a status. */
export interface Printer {
  readonly kind: 'network' | 'usb' | 'serial' | 'spooler' | 'preview';
  print(job: PrintJob): Promise<PrintOutcome>;
  status(): Promise<PrinterStatus>;
  /** Tells the status now and whenever it has changed, until what it gives is called. */
  watch(tell: (status: PrinterStatus) => void): () => void;
  /** Ends it: a job on its way is waited for, no other is taken. */
  close(): Promise<void>;
}
