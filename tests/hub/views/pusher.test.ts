import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, it, onTestFinished } from 'vitest';
import { type HubServer, pusher, type ScreenSocket } from '../../../src/hub/views/pusher.ts';
import { LEAST_GAP_MS } from '../../../src/hub/views/push-times.ts';
import type { MakeView, Topic } from '../../../src/hub/views/topics.ts';

const BOARD = { name: 'board', hallId: null, boardId: null } as const;

/** A server that says nothing by itself, one screen that watches a board, and its view, which counts. */
async function onePushed() {
  const http = createServer();
  const server: HubServer = new Server(http, { transports: ['websocket'], pingInterval: 600_000 });
  let made = 0;
  const make = (({ name }: Topic) => ({ name, value: (made += 1) })) as unknown as MakeView;
  const push = pusher(server, make, (work) => work());
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const joined = new Promise<ScreenSocket>((done) => server.once('connection', done));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = io(url, { transports: ['websocket'] });
  onTestFinished(async () => {
    push.stop();
    client.close();
    await server.close();
  });
  const seen: number[] = [];
  client.on('view', ({ value }: { value: number }) => seen.push(value));
  const socket = await joined;
  push.watch(socket, BOARD);
  await expect.poll(() => seen).toEqual([1]);
  return { push, server, url, socket, client, seen, made: () => made };
}

it('makes one value for a hall that comes back at once', async () => {
  const { push, server, url } = await onePushed();
  const [seen, sockets]: [number[], ScreenSocket[]] = [[], []];
  server.on('connection', (socket) => sockets.push(socket));
  const clients = Array.from({ length: 30 }, () => io(url, { transports: ['websocket'], forceNew: true }));
  onTestFinished(() => clients.forEach((client) => void client.close()));
  for (const client of clients) client.on('view', ({ value }: { value: number }) => seen.push(value));
  await expect.poll(() => sockets.length).toBe(clients.length);
  for (const socket of sockets) push.watch(socket, BOARD);
  await expect.poll(() => seen).toEqual(clients.map(() => 2));
});

/** Stops a client's reading, as a screen that hangs does; what to call when it goes on. */
function hang(client: ReturnType<typeof io>): () => void {
  const { transport } = client.io.engine as unknown as { transport: { ws: { _socket: Socket } } };
  const { _socket: link } = transport.ws;
  link.pause();
  return () => void link.resume();
}

it('sends a screen whose link was full the newest value alone, as soon as there is room, whether or not anything else is sent', async () => {
  const { push, socket, client, seen, made } = await onePushed();
  const goOn = hang(client);
  (socket.emit as (event: string, content: string) => void)('pulse', 'x'.repeat(40_000_000));
  await expect.poll(() => socket.conn.transport.writable).toBe(false);
  // Each of them is due by itself: what would pile up is three values.
  for (let i = 0; i < 3; i += 1) {
    push.touch(() => true);
    await setTimeout(2 * LEAST_GAP_MS);
  }
  expect(made()).toBe(1);
  goOn();
  await expect.poll(() => seen).toEqual([1, 2]);
});

it('sends what may be seen soon, and sooner where something has to be seen at once', async () => {
  const { push, seen } = await onePushed();
  push.touch(() => 'soon');
  await expect.poll(() => seen).toEqual([1, 2]);
  push.touch(() => 'soon');
  push.touch(() => true);
  await expect.poll(() => seen).toEqual([1, 2, 3]);
  push.touch(() => false);
  push.touch(() => 'soon');
  await expect.poll(() => seen).toEqual([1, 2, 3, 4]);
});

it('sends the calls of a board more rarely than the board, and after it', async () => {
  const { push, socket, client } = await onePushed();
  const names: string[] = [];
  push.watch(socket, { ...BOARD, name: 'boardCalls' });
  client.on('view', ({ name }: { name: string }) => names.push(name));
  for (let i = 1; i <= 3; i += 1) {
    push.touch(() => true);
    await expect.poll(() => names.filter((name) => name === 'board').length).toBe(i);
  }
  expect(names).toEqual(['boardCalls', 'board', 'boardCalls', 'board', 'board']);
});
