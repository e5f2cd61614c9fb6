// A machine gone mad, in a process of its own: `flooding-process.ts PAIRING_FILE`. A thousand commands a second, and now and
// then a megabyte, until it is ended.
import { readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { linkSocket } from '../../src/hub/paired/link-socket.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';

const [file = ''] = process.argv.slice(2);
const pairing = JSON.parse(readFileSync(file, 'utf8')) as Pairing;
const socket = linkSocket(pairing, { version: PROTOCOL_VERSION, device: 'mad', screen: 'kiosk', kioskId: 2 });
const MEGABYTE = 'x'.repeat(1_000_000);
const PER_TICK = 10;
let ticks = 0;

setInterval(() => {
  if (!socket.connected) return;
  ticks += 1;
  for (let i = 0; i < PER_TICK; i += 1) {
    const payload = { serviceIds: ['fine'], classes: [], language: 'ur' };
    socket.emit('command', { id: newId(), name: 'issue', payload }, () => undefined);
  }
  if (ticks % 50 === 0) socket.emit('command', { id: newId(), name: 'issue', payload: MEGABYTE }, () => undefined);
}, 10);
process.on('disconnect', () => process.exit(0));
socket.once('connect', () => process.send?.('started'));
