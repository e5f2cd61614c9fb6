/**
 * Bare WebSocket clients that come back: `ws-returning.ts URL COUNT`. Asked once all have been cut off, it answers with
 * the moment (ms of the machine's clock) at which the last of them was there again and had heard something.
 */
import { WebSocket } from 'ws';

const [url = '', count = '1'] = process.argv.slice(2);
const AGAIN_MS = 100;
const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

let here = 0;
let lastMs = 0;
let told: () => void = () => undefined;

function come(): void {
  const socket = new WebSocket(url, { perMessageDeflate: false, rejectUnauthorized: false });
  let isHere = false;
  socket.once('message', () => {
    isHere = true;
    here += 1;
    lastMs = nowMs();
    if (here === Number(count)) told();
  });
  socket.on('error', () => undefined);
  socket.once('close', () => {
    if (isHere) here -= 1;
    setTimeout(come, AGAIN_MS);
  });
}

for (let i = 0; i < Number(count); i += 1) come();

const all = (): Promise<void> =>
  here === Number(count) ? Promise.resolve() : new Promise((resolve) => (told = resolve));
process.on('message', () => void all().then(() => process.send?.({ lastMs })));
process.on('disconnect', () => process.exit(0));
await all();
process.send?.('ready');
