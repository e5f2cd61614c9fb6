import type { ForkOptions } from 'node:child_process';

/** Where a process stands on a network of its own: its namespace, and its address there. */
export interface Place {
  readonly namespace: string;
  readonly address: string;
}

/** How a process is forked so that it stands there; on this machine's own network without a place. */
export const within = (place: Place | undefined): ForkOptions =>
  place ? { execPath: 'ip', execArgv: ['netns', 'exec', place.namespace, process.execPath] } : {};

/** Which way nothing gets through: to the hub, from it, or both. */
export type Cut = 'up' | 'down' | 'both';

/** A link between a machine and its hub that can be spoilt without either being told. */
export interface Link {
  readonly hub: Place | undefined;
  readonly machine: Place | undefined;
  /** The address at which a machine behind the link finds a hub at that port. */
  readonly address: (port: number) => Promise<string>;
  readonly cut: (way: Cut) => void;
  readonly heal: () => void;
  readonly close: () => void;
}
