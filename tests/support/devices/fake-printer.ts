/**
 * A thermal printer on TCP, in a process of its own. Told over the process's channel what is wrong with it.
 */
import { createServer, type Socket } from 'node:net';
import { ail, type Ailments, ailments, losePower, onPaper, room, take } from './printer-machine.ts';

/** How often it takes what a slow line, or a buffer that was full, has left. */
const PACE_MS = 25;

/** The links, each with what has come over it and is not taken yet. The printer takes from one at a time, the oldest. */
const links = new Map<Socket, Buffer>();
let port = 0;

function say(socket: Socket, bytes: Buffer): void {
  const { answersAfter } = ailments();
  if (answersAfter === 0) socket.write(bytes);
  else setTimeout(() => socket.write(bytes), answersAfter);
}

/** Takes as much as it may now of the oldest link. One that is closed, and empty, makes way for the next. */
function takeOn(most: number): void {
  const [oldest] = links;
  if (!oldest || ailments().isStalled) return;
  const [socket, waiting] = oldest;
  const count = Math.min(most, room(), waiting.length);
  const left = waiting.subarray(count);
  links.set(socket, left);
  if (count > 0) take(waiting.subarray(0, count), (bytes) => say(socket, bytes));
  if (left.length === 0 && socket.destroyed) links.delete(socket);
}

const paced = (): number => (ailments().takesPerSecond * PACE_MS) / 1_000;
setInterval(() => takeOn(paced()), PACE_MS);

const server = createServer((socket) => {
  let taken = 0;
  links.set(socket, Buffer.alloc(0));
  if (ailments().isStalled) socket.pause();
  socket.on('error', () => undefined);
  socket.on('close', () => takeOn(0));
  socket.on('data', (data) => {
    taken += data.length;
    links.set(socket, Buffer.concat([links.get(socket) ?? Buffer.alloc(0), data]));
    if (taken > ailments().dropsAfter) {
      // With the link goes what came over it: half a command would wait for the rest in the next slip.
      losePower();
      links.delete(socket);
      socket.destroy();
    } else if (ailments().takesPerSecond === Infinity) takeOn(Infinity);
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
    for (const socket of links.keys()) socket.destroy();
    links.clear();
  } else {
    ail(told.ails, (bytes) => links.forEach((_, socket) => say(socket, bytes)));
    for (const socket of links.keys()) {
      if (ailments().isStalled) socket.pause();
      else socket.resume();
    }
    process.send?.({ ails: true });
  }
});
process.on('disconnect', () => process.exit(0));
listen();
