import { connect, type Socket } from 'node:net';
import type { Link, OpenLink } from './link.ts';
import { sentWithin } from './sent-within.ts';

export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

const CONNECT_MS = 2_000;
/** How long the other end may take to read what is left when the link is closed. */
const END_MS = 2_000;

function connected({ host, port }: NetworkAddress): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => socket.destroy(new Error('timeout')), CONNECT_MS);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
    socket.on('error', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

function linkOver(socket: Socket): Link {
  let isGone = false;
  socket.once('close', () => (isGone = true));
  return {
    send: (bytes, withinMs) => sentWithin(withinMs, socket, (told) => void socket.write(bytes, told)),
    hear: (listener) => void socket.on('data', listener),
    isGone: () => isGone,
    close: () =>
      new Promise((resolve) => {
        if (isGone) return resolve();
        const timer = setTimeout(() => socket.destroy(), END_MS);
        socket.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
        // What the device still says is read and dropped: unread bytes would make the end a reset.
        socket.resume();
        socket.end();
      }),
  };
}

/** A link over TCP, as a rule to port 9100. */
export const tcpLink =
  (address: NetworkAddress): OpenLink =>
  async () => {
    const socket = await connected(address);
    return socket && linkOver(socket);
  };

/** Reads `tcp://HOST:PORT`; undefined when the text is something else. */
export function networkAddressOf(text: string): NetworkAddress | undefined {
  const match = /^tcp:\/\/([^\s/:]+):(\d{1,5})$/.exec(text);
  return match?.[1] && match[2] ? { host: match[1], port: Number(match[2]) } : undefined;
}
