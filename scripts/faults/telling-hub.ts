// What a hub would be that tells every display everything, whether it takes it or not: the control of the slow displays.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/** More than what the kernel keeps of a link is soon reached. */
const VIEW = 'x'.repeat(60_000);
const EVERY_MS = 40;

const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
setInterval(() => {
  for (const socket of io.sockets.sockets.values()) {
    socket.emit('view', { name: 'board', stamp: { seq: 1 }, value: { to: socket.id, text: VIEW } });
  }
}, EVERY_MS);
http.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
process.on('disconnect', () => process.exit(0));
