/**
 * A Socket.IO server that answers each command at once with what it was sent, and where asked to (`echo-server.ts
 * BYTES`) tells each to all boards, in so many bytes.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const [bytes = '0'] = process.argv.slice(2);
const view = 'x'.repeat(Number(bytes));
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  if (socket.handshake.auth['screen'] === 'board') void socket.join('boards');
  socket.on('command', (command: unknown, answer: (reply: unknown) => void) => {
    answer(command);
    if (view !== '') io.to('boards').emit('view', view);
  });
});
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
});
