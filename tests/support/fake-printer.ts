/**
 * A thermal printer on TCP, in a process of its own. It keeps every byte it gets and answers GS r 1 (29 114 1) with a
 * paper status, as a printer does after it has printed. Told over the process's channel: `bytes` asks for what came,
 * `mute` makes it a clone that answers nothing.
 */
import { createServer } from 'node:net';

const received: Buffer[] = [];
let isMute = false;

const server = createServer((socket) => {
  socket.on('data', (data) => {
    received.push(data);
    const tail = Buffer.concat(received).subarray(-3);
    if (!isMute && tail.equals(Buffer.of(0x1d, 0x72, 0x01))) socket.write(Buffer.of(0x00));
  });
  socket.on('error', () => undefined);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('message', (message) => {
  if (message === 'mute') isMute = true;
  else process.send?.({ bytes: Buffer.concat(received).toString('base64') });
});
process.on('disconnect', () => process.exit(0));
