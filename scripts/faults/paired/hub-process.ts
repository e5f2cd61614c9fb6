// The hub of a paired hall in a process of its own, with the bounds on what one machine may ask: `hub-process.ts FOLDER HOST
// PORT CENTRE_FILE bounded|unbounded`.
import { readFileSync } from 'node:fs';
import { ALWAYS_OPEN } from '../../../src/domain/calendar/opening-hours.ts';
import { startHub } from '../../../src/hub/hub.ts';
import { readCentreFile } from '../../../src/protocol/set-up/read-centre-file.ts';
import { pairedHub, UNBOUNDED } from '../../paired/hub-options.ts';

const [folder = '', host = '127.0.0.1', port = '0', centreFile = '', bounds] = process.argv.slice(2);
const read = readCentreFile(readFileSync(centreFile, 'utf8'));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const centre = { ...read.centre, hours: ALWAYS_OPEN, holidays: [] };
const limits = bounds === 'unbounded' ? UNBOUNDED : {};
const lan = { host, port: Number(port) };
const hub = await startHub(pairedHub({ centre, folder, lan, api: { host, port: 0 }, limits }));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: hub.url, citizenPort: hub.citizenPort, apiUrl: hub.apiUrl });
