import type { Pace } from './allowance.ts';

/** What nobody may do more of, so that one device or guest cannot take the hall from the others. Null: no limit. */
export interface Limits {
  /** Commands and questions of one screen's socket; of all sockets of one paired machine together. A finger makes one a second, a scanner five. */
  readonly socket: Pace | null;
  /** HTTP requests of one address to the screens' listener; the demo centre of one machine comes from one. */
  readonly screenRequests: Pace | null;
  /** The same at the phones' listener, where a whole village may stand behind one address (NAT). */
  readonly phoneRequests: Pace | null;
  /** Requests by one key of the public API. */
  readonly apiKey: Pace;
  /** Wrong keys from one address. */
  readonly wrongKeys: Pace;
  /** Open connections of one address to the phones' listener: half of what the hub follows at most. */
  readonly connectionsPerAddress: number;
  /** The same at the door to the network, where one machine has one address: its windows and what they load. */
  readonly connectionsPerDevice: number;
  /** A request whose head comes byte by byte is waited for no longer, so that nobody fills a listener with them. */
  readonly slowHeadMs: number;
}

const REAL: Limits = {
  socket: { perSecond: 50, burst: 200 },
  screenRequests: { perSecond: 200, burst: 2_000 },
  phoneRequests: { perSecond: 300, burst: 6_000 },
  apiKey: { perSecond: 20, burst: 100 },
  wrongKeys: { perSecond: 0.2, burst: 10 },
  connectionsPerAddress: 2_500,
  connectionsPerDevice: 64,
  slowHeadMs: 5_000,
};

/** A demo clock is driven as fast as the machine goes, from few sockets. */
export const limitsOf = (clock: 'real' | 'demo', change: Partial<Limits> = {}): Limits => ({
  ...REAL,
  ...(clock === 'demo' ? { socket: null } : {}),
  ...change,
});
