/**
 * Bare WebSocket clients: `ws-boards.ts URL COUNT`. Asked for `{shots, gapMs}`, one more sends a shot every so often;
 * how long each took until the last of them had it.
 */
import { WebSocket } from 'ws';

const [url = '', count = '1'] = process.argv.slice(2);
const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));

let got = 0;
let all: () => void = () => undefined;
for (let i = 0; i < Number(count); i += 1) {
  const socket = new WebSocket(url, { perMessageDeflate: false, rejectUnauthorized: false });
  await opened(socket);
  socket.on('message', () => {
    got += 1;
    if (got === Number(count)) all();
  });
}
const shooter = new WebSocket(url, { perMessageDeflate: false, rejectUnauthorized: false });
await opened(shooter);

async function shoot(shot: number): Promise<number> {
  got = 0;
  const from = performance.now();
  shooter.send(JSON.stringify({ shot }));
  await new Promise<void>((resolve) => (all = resolve));
  return performance.now() - from;
}

process.on('message', ({ shots, gapMs }: { shots: number; gapMs: number }) => {
  void (async () => {
    const tookMs: number[] = [];
    for (let shot = 0; shot < shots; shot += 1) {
      tookMs.push(await shoot(shot));
      await new Promise((resolve) => setTimeout(resolve, gapMs));
    }
    process.send?.({ tookMs });
  })();
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
