/**
 * A bare WebSocket server: `ws-server.ts BYTES PORT [KEY CERT]`; who comes gets so many bytes, and each message that one
 * sends goes to all the others, filled up to as many. With the files of a key and a certificate over TLS.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const [bytes = '0', listenAt = '0', key, cert] = process.argv.slice(2);
const isTls = key !== undefined && cert !== undefined;
const http = isTls
  ? createTlsServer({ key: readFileSync(key), cert: readFileSync(cert), minVersion: 'TLSv1.3' })
  : createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.send('x'.padEnd(Number(bytes), 'x'));
  socket.on('message', (shot: Buffer) => {
    const text = shot.toString().padEnd(Number(bytes), 'x');
    for (const other of server.clients) if (other !== socket) other.send(text);
  });
});
process.on('disconnect', () => process.exit(0));
http.listen(Number(listenAt), '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo;
  process.send?.({ url: `${isTls ? 'wss' : 'ws'}://127.0.0.1:${port}` });
});
