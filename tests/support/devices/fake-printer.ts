/**
 * A thermal printer on TCP, in a process of its own. Told over the process's channel what is wrong with it.
 */
import { createServer, type Socket } from 'node:net';
import { ail, type Ailments, ailments, losePower, onPaper, take } from './printer-machine.ts';

const links = new Set<Socket>();
let port = 0;

const server = createServer((socket) => {
  let taken = 0;
  links.add(socket);
  if (ailments().isStalled) socket.pause();
  socket.on('close', () => links.delete(socket));
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    taken += data.length;
    if (taken > ailments().dropsAfter) socket.destroy();
    else take(data, (bytes) => socket.write(bytes));
  });
});

const listen = () =>
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    process.send?.({ port });
  });

type Told = { readonly ails: Partial<Ailments> } | 'paper' | 'off' | 'on';

process.on('message', (told: Told) => {
  if (told === 'paper') process.send?.({ bytes: onPaper().toString('base64') });
  else if (told === 'on') listen();
  else if (told === 'off') {
    losePower();
    server.close(() => process.send?.({ isOff: true }));
    for (const link of links) link.destroy();
  } else {
    ail(told.ails, (bytes) => links.forEach((link) => link.write(bytes)));
    for (const link of links) {
      if (ailments().isStalled) link.pause();
      else link.resume();
    }
    process.send?.({ ails: true });
  }
});
process.on('disconnect', () => process.exit(0));
listen();
