import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import type { BenchDevice } from '../hall/pair-all.ts';

/** How a machine reaches the hub: paired over TLS, or in plain words on loopback. */
export interface Link {
  readonly url: string;
  readonly authority?: string;
  readonly device?: BenchDevice | undefined;
}

type Asked = ReturnType<typeof Promise.withResolvers<unknown>>;

/**
 * A screen that speaks the hub's protocol over a bare WebSocket and takes no view apart, so that two hundred of them in
 * one process weigh on the machine hardly more than their links do. Settles once the hub has let it in.
 */
export function lightScreen({ url, authority, device }: Link, auth: object, onView: (text: string) => void) {
  const tls = device ? { ca: authority, ...device } : {};
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    ...tls,
  });
  const acks = new Map<number, Asked>();
  const joined = Promise.withResolvers<undefined>();
  let asked = 0;
  const packets: Readonly<Record<string, (text: string) => void>> = {
    '0': () => socket.send(`40${JSON.stringify({ version: PROTOCOL_VERSION, ...auth })}`),
    '2': () => socket.send('3'),
    '40': () => joined.resolve(undefined),
    '42': (text) => (text.startsWith('["view"') ? onView(text) : undefined),
    '43': (text) => {
      const from = text.indexOf('[');
      const id = Number(text.slice(0, from));
      acks.get(id)?.resolve((JSON.parse(text.slice(from)) as readonly unknown[])[0]);
      acks.delete(id);
    },
    '44': (text) => joined.reject(new Error(`The hub refuses the screen: ${text}`)),
  };
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    const head = text.startsWith('4') ? text.slice(0, 2) : text.slice(0, 1);
    packets[head]?.(text.slice(head.length));
  });
  socket.on('error', (error) => joined.reject(error));
  socket.on('close', () => {
    // Nobody waits for ever: a measurement that lost its link says so.
    for (const one of [joined, ...acks.values()]) one.reject(new Error('The link was cut.'));
  });
  joined.promise.catch(() => undefined);
  return {
    joined: joined.promise,
    socket,
    /** Sends an event, and settles with its answer. */
    ask<Reply>(event: string, content: object): Promise<Reply> {
      asked += 1;
      const id = asked;
      const answer = Promise.withResolvers<unknown>();
      acks.set(id, answer);
      socket.send(`42${id}${JSON.stringify([event, content])}`);
      return answer.promise as Promise<Reply>;
    },
  };
}

export const boardAuth = (i: number) => ({ screen: 'board', device: `board-${i}`, hallId: null });
export const consoleAuth = (counterId: number) => ({ screen: 'operator', device: `console-${counterId}`, counterId });
