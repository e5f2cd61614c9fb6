import { resolve } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import { NO_FEEDS } from '../../src/hub/feeds.ts';
import type { HubOptions } from '../../src/hub/hub-parts.ts';
import { realClock } from '../../src/hub/time/clock.ts';

/** What differs between the halls that are measured or put to the test. */
export type PairedHall = Pick<HubOptions, 'folder' | 'lan'> & { readonly centre: Centre } & Partial<HubOptions>;

const MANY = { perSecond: 1_000_000, burst: 1_000_000 };

/** No bound on what one machine or address may ask: here a whole hall stands behind one. */
export const UNBOUNDED = {
  socket: null,
  screenRequests: MANY,
  phoneRequests: MANY,
  connectionsPerDevice: 10_000,
  connectionsPerAddress: 10_000,
};

/**
 * The real hub on a network, with pairing, the log and `synchronous = FULL`, started in the project's folder. Operators sign
 * in by name: a PIN is asked for once a day, not at each call.
 */
export const pairedHub = (hall: PairedHall): HubOptions => ({
  migrations: resolve('migrations'),
  screens: resolve('out/web'),
  citizenPage: resolve('out/citizen'),
  port: 0,
  clock: realClock,
  people: 'byName',
  printers: new Map(),
  readers: new Map(),
  maintenanceCode: null,
  feeds: NO_FEEDS,
  citizenHost: '127.0.0.1',
  citizenPort: 0,
  citizenUrl: 'http://127.0.0.1',
  ...hall,
  folder: resolve(hall.folder),
});
