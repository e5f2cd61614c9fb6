/** How what was read is written on a thing; `card`: no code, but the number of a card held to the reader. */
export type Symbology = 'qr' | 'pdf417' | 'code128' | 'other' | 'card';

/** One thing that was read. Its bytes are as they stand on it: names of citizens may be among them. */
export interface Scan {
  readonly symbology: Symbology;
  readonly bytes: Uint8Array;
}

/** `noDriver`: this machine lacks what talks to such readers (on Linux libusb-1.0). */
export type ReaderState = 'ready' | 'away' | 'noDriver';

/** Something that reads codes or cards. It is found again by itself when it was away. Its functions never throw. */
export interface Reader {
  readonly kind: 'hid' | 'serial';
  /** Calls with each thing that is read, until what it gives is called. */
  hear(listener: (scan: Scan) => void): () => void;
  /** Tells whether it is there, now and whenever that changes, until what it gives is called. */
  watch(tell: (state: ReaderState) => void): () => void;
  close(): Promise<void>;
}

/** The longest that is taken for a scan, in bytes: a PDF417 holds 1,100, a QR at most 2,953. */
export const MOST_BYTES = 4_096;
