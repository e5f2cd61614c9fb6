/**
 * Clients of an echo: `echo-clients.ts URL COUNT`. Asked for `{ms}`, each sends its next command when the last is
 * answered; asked for `{ms, rate}`, they send so many a second, and latency counts from when each was due.
 */
import { io, type Socket } from 'socket.io-client';

const [url = '', count = '1'] = process.argv.slice(2);
const COMMAND = {
  id: '01939d6e-7f3a-7c4b-9a31-5b8c0d2e4f60',
  name: 'issue',
  payload: { serviceIds: ['domicile'], classes: [], language: 'ur' },
};

const sockets: Socket[] = [];
for (let i = 0; i < Number(count); i += 1) sockets.push(io(url, { transports: ['websocket'], forceNew: true }));
await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', () => resolve(undefined)))));

async function closedLoop(ms: number) {
  const from = performance.now();
  let done = 0;
  const one = async (socket: Socket) => {
    for (; performance.now() < from + ms; done += 1) await socket.emitWithAck('command', COMMAND);
  };
  await Promise.all(sockets.map(one));
  return { perSecond: (done * 1_000) / (performance.now() - from) };
}

function openLoop(ms: number, rate: number): Promise<object> {
  const total = Math.floor((ms * rate) / 1_000);
  const latencies: number[] = [];
  const from = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const send = (): void => {
      const socket = sockets[sent % sockets.length];
      const dueMs = from + (sent * 1_000) / rate;
      sent += 1;
      socket?.emit('command', COMMAND, () => {
        latencies.push(performance.now() - dueMs);
        if (latencies.length === total) resolve({ latencies });
      });
    };
    const tick = (): void => {
      while (sent < total && performance.now() >= from + (sent * 1_000) / rate) send();
      if (sent < total) setTimeout(tick, 1);
    };
    tick();
  });
}

process.on('message', ({ ms, rate }: { ms: number; rate?: number }) => {
  const asked = rate === undefined ? closedLoop(ms) : openLoop(ms, rate);
  void asked.then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
