import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { Malformed } from './malformed-messages.ts';

/** So many are on their way at once. */
const AT_ONCE = 50;

/** A screen of this machine, as it says it is. */
export const screenOf = (url: string, auth: object): Socket =>
  io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 10,
    auth: { version: PROTOCOL_VERSION, ...auth },
  });

/** Bytes on a link of their own that are no event. */
async function sendFrame(url: string, text: string): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await new Promise<void>((done) => {
    socket.addEventListener('open', () => {
      socket.send('40{"version":5,"screen":"board","device":"fuzz","hallId":null}');
      socket.send(text);
      setTimeout(done, 5);
    });
    socket.addEventListener('error', () => done());
  });
  socket.close();
}

async function send(url: string, socket: Socket, message: Malformed): Promise<void> {
  if (message.kind === 'frame') return sendFrame(url, message.text);
  if (message.kind === 'http') {
    const { method, path, body } = message;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    await fetch(`${url}${path}`, { method, redirect: 'manual', ...(hasBody ? { body } : {}) }).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    );
    return;
  }
  const { name, args, hasAnswer } = message;
  // Names of the link's own are none that anybody can send.
  if (['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'].includes(name))
    return;
  if (hasAnswer)
    await socket
      .timeout(100)
      .emitWithAck(name, ...args)
      .catch(() => undefined);
  else socket.emit(name, ...args);
}

/** Sends all of them over links of three screens and over HTTP. Settles when each was answered, or was not. */
export async function sendMalformed(url: string, messages: readonly Malformed[]): Promise<void> {
  const sockets = [
    screenOf(url, { screen: 'kiosk', device: 'fuzz', kioskId: 8 }),
    screenOf(url, { screen: 'board', device: 'fuzz', hallId: null }),
    screenOf(url, { screen: 'manager', device: 'fuzz' }),
  ];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < messages.length) {
      const at = next;
      next += 1;
      const [message, socket] = [messages[at], sockets[at % sockets.length]];
      if (message && socket) await send(url, socket, message);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const socket of sockets) socket.close();
}
