import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, it, onTestFinished } from 'vitest';
import { type HubServer, pusher, type ScreenSocket } from '../../../src/hub/views/pusher.ts';
import type { MakeView } from '../../../src/hub/views/topics.ts';

const BOARD = { name: 'board', hallId: null, boardId: null } as const;

/** A server that says nothing by itself, one screen that watches a board, and its view, which counts. */
async function onePushed() {
  const http = createServer();
  const server: HubServer = new Server(http, { transports: ['websocket'], pingInterval: 600_000 });
  let made = 0;
  const make = (() => ({ name: 'board', value: (made += 1) })) as unknown as MakeView;
  const push = pusher(server, make, (work) => work());
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const joined = new Promise<ScreenSocket>((done) => server.once('connection', done));
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ['websocket'] });
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
  return { push, socket, client, seen };
}

it('sends a screen whose link was full the newest value as soon as there is room, whether or not anything else is sent', async () => {
  const { push, socket, client, seen } = await onePushed();
  const large = new Promise((done) => client.once('pulse', done));
  (socket.emit as (event: string, content: string) => void)('pulse', 'x'.repeat(40_000_000));
  expect(socket.conn.transport.writable).toBe(false);
  for (let i = 0; i < 3; i += 1) push.touch(() => true);
  await large;
  await expect.poll(() => seen.length).toBe(2);
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
