import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import type { Malformed } from './malformed-messages.ts';

/** So many are on their way at once. */
const AT_ONCE = 50;
const EVERY_MS = 1;
const ANSWERED_MS = 5_000;

/** A screen of this machine, as it says it is. */
export const screenOf = (url: string, auth: object): Socket =>
  io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 10,
    auth: { version: PROTOCOL_VERSION, ...auth },
  });

/** Where a hub listens, and what whoever knocks shows there. */
export interface Door {
  readonly url: string;
  readonly tls?: { readonly cert?: string; readonly key?: string };
}

/** The links that a hub lets in, and all its doors. */
export interface Doors {
  readonly sockets: readonly Socket[];
  readonly doors: readonly Door[];
}

/** The doors of a hub of this machine, with a screen of each kind. */
export const doorsOf = (url: string): Doors => ({
  sockets: [
    screenOf(url, { screen: 'kiosk', device: 'fuzz', kioskId: 8 }),
    screenOf(url, { screen: 'board', device: 'fuzz', hallId: null }),
    screenOf(url, { screen: 'manager', device: 'fuzz' }),
  ],
  doors: [{ url }],
});

const secret = ({ tls }: Door) => ({ ...tls, rejectUnauthorized: false });

/** Bytes on a link of their own that are no event. */
async function sendFrame(door: Door, text: string): Promise<void> {
  const link = new WebSocket(`${door.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, secret(door));
  await new Promise<void>((done) => {
    link.on('open', () => {
      link.send(`40${JSON.stringify({ version: PROTOCOL_VERSION, screen: 'board', device: 'fuzz', hallId: null })}`);
      link.send(text);
      setTimeout(done, 5);
    });
    link.on('error', () => done());
  });
  link.terminate();
}

/** A request as it stands, that no library puts right. Settles when it was answered, cut off, or left without an answer. */
async function sendRequest(door: Door, { method, path, body }: Extract<Malformed, { kind: 'http' }>): Promise<void> {
  const make = door.url.startsWith('https') ? tlsRequest : plainRequest;
  const { hostname, port } = new URL(door.url);
  await new Promise<void>((done) => {
    const asked = make(
      { hostname, port, method, path, agent: false, timeout: ANSWERED_MS, ...secret(door) },
      (answer) => answer.resume().on('close', () => done()),
    );
    asked.on('error', () => done());
    asked.on('timeout', () => asked.destroy());
    asked.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}

/** Names of the link's own are none that anybody can send. */
const OF_THE_LINK = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

async function sendEvent(socket: Socket, { name, args, hasAnswer }: Extract<Malformed, { kind: 'event' }>) {
  if (OF_THE_LINK.includes(name)) return;
  if (!hasAnswer) socket.emit(name, ...args);
  else
    await socket
      .timeout(100)
      .emitWithAck(name, ...args)
      .catch(() => undefined);
}

/** Sends one, to the door and over the link whose turn it is. */
async function send({ sockets, doors }: Doors, message: Malformed, at: number): Promise<void> {
  const [socket, door] = [sockets[at % sockets.length], doors[at % doors.length]];
  if (!socket || !door) return;
  if (message.kind === 'event') await sendEvent(socket, message);
  else if (message.kind === 'frame') await sendFrame(door, message.text);
  else await sendRequest(door, message);
}

/** Sends all of them, a thousand a second at most. Settles when each was answered, or was not. */
export async function sendMalformed(to: Doors, messages: readonly Malformed[]): Promise<void> {
  const from = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next; at < messages.length; at = next) {
      next += 1;
      const message = messages[at];
      await new Promise((due) => setTimeout(due, Math.max(0, from + at * EVERY_MS - performance.now())));
      if (message) await send(to, message, at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const socket of to.sockets) socket.close();
}
