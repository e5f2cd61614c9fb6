/**
 * The hub under measurement, in a process of its own: `bench-hub.ts FOLDER PORT LAN_PORT`. The real hub on the network
 * (loopback), with pairing, the log and `synchronous = FULL`; without the bounds on what one address may ask, for here
 * a whole hall stands behind one. Operators sign in by name: a PIN is asked for once a day, not at each call.
 */
import { join, resolve } from 'node:path';
import { NO_FEEDS } from '../../../src/hub/feeds.ts';
import { startHub } from '../../../src/hub/hub.ts';
import { realClock } from '../../../src/hub/time/clock.ts';
import { benchCentre, ROOT } from './bench-centre.ts';

const [folder = '', port = '0', lanPort = '0'] = process.argv.slice(2);
const MANY = { perSecond: 1_000_000, burst: 1_000_000 };

const hub = await startHub({
  centre: benchCentre(),
  folder: resolve(folder),
  migrations: join(ROOT, 'migrations'),
  screens: join(ROOT, 'out/web'),
  citizenPage: join(ROOT, 'out/citizen'),
  port: Number(port),
  clock: realClock,
  lan: { host: '127.0.0.1', port: Number(lanPort) },
  people: 'byName',
  printers: new Map(),
  readers: new Map(),
  maintenanceCode: null,
  feeds: NO_FEEDS,
  citizenHost: '127.0.0.1',
  citizenPort: 0,
  citizenUrl: 'http://127.0.0.1',
  limits: {
    socket: null,
    screenRequests: MANY,
    phoneRequests: MANY,
    connectionsPerDevice: 10_000,
    connectionsPerAddress: 10_000,
  },
});

process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: hub.url, lanUrl: hub.network?.url, citizenPort: hub.citizenPort, port: hub.port });
