// A machine gone mad, in a process of its own: `flooding-process.ts PAIRING_FILE`. A thousand commands a second, and now and
// then nearly a megabyte or more than one, until it is ended; asked, it tells how many it sent.
import { readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { linkSocket } from '../../src/hub/paired/link-socket.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';

const [file = ''] = process.argv.slice(2);
const pairing = JSON.parse(readFileSync(file, 'utf8')) as Pairing;
const socket = linkSocket(pairing, { version: PROTOCOL_VERSION, device: 'mad', screen: 'kiosk', kioskId: 2 });
/** As large as the hub lets through its link, and larger: that cuts it. */
const LARGE = 'x'.repeat(900_000);
const TOO_LARGE = 'x'.repeat(1_100_000);
const PER_SECOND = 1_000;
let [sent, ticks] = [0, 0];
let dueMs = 0;

function emit(payload: unknown): void {
  sent += 1;
  socket.emit('command', { id: newId(), name: 'issue', payload }, () => undefined);
}

setInterval(() => {
  if (!socket.connected) return;
  ticks += 1;
  // What it missed while its link was cut it does not make good.
  dueMs = Math.max(dueMs, performance.now() - 100);
  for (; dueMs < performance.now(); dueMs += 1_000 / PER_SECOND) {
    emit({ serviceIds: ['fine'], classes: [], language: 'ur' });
  }
  if (ticks % 50 === 0) emit(LARGE);
  if (ticks % 200 === 0) emit(TOO_LARGE);
}, 10);
process.on('message', () => process.send?.(sent));
process.on('disconnect', () => process.exit(0));
socket.once('connect', () => process.send?.('started'));
