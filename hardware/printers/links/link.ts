/** An open way to a device that takes bytes and may answer. Nothing of it throws. */
export interface Link {
  /** Sends the bytes; whether all of them left within the time. */
  send(bytes: Uint8Array, withinMs: number): Promise<boolean>;
  /** Calls with whatever the device says, from now on. */
  hear(listener: (bytes: Uint8Array) => void): void;
  /** Whether the other end is gone. */
  isGone(): boolean;
  close(): Promise<void>;
}

/** Opens a link; undefined when nobody is there. */
export type OpenLink = () => Promise<Link | undefined>;
