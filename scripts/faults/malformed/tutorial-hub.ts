// What a hub would be that trusts what it is sent: the control of the malformed messages. It dies of the first of them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

interface Trusted {
  readonly id: string;
  readonly payload: { readonly serviceIds: readonly string[] };
}

const http = createServer((req, res) => {
  res.end(decodeURIComponent(req.url ?? '/'));
});
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => {
  socket.on('command', ({ id, payload }: Trusted, answer: (reply: object) => void) => {
    answer({ ok: true, id, result: { label: payload.serviceIds.join() } });
  });
});
http.listen(0, '127.0.0.1', () => {
  process.send?.({ kind: 'ready', url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
});
