/**
 * The hub under measurement, in a process of its own: `bench-hub.ts FOLDER PORT LAN_PORT`. The real hub on the network
 * (loopback), with pairing, the log and `synchronous = FULL`; without the bounds on what one address may ask, for here
 * a whole hall stands behind one. Operators sign in by name: a PIN is asked for once a day, not at each call.
 */
import { startHub } from '../../../src/hub/hub.ts';
import { pairedHub, UNBOUNDED } from '../../paired/hub-options.ts';
import { benchCentre } from './bench-centre.ts';

const [folder = '', port = '0', lanPort = '0'] = process.argv.slice(2);
const lan = { host: '127.0.0.1', port: Number(lanPort) };
const hub = await startHub(pairedHub({ centre: benchCentre(), folder, port: Number(port), lan, limits: UNBOUNDED }));

process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: hub.url, lanUrl: hub.network?.url, citizenPort: hub.citizenPort, port: hub.port });
