// A hall at work, in a process of its own over real sockets: kiosks and counters, each command repeated under its id until
// it is answered, and two boards. What was answered and shown is told to whoever started it, in order.
import { io, type Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { type Answered, WORK } from './hub-under-load.ts';
import { watchingBoard } from './watching-board.ts';

const [url = '', kiosks = '8', counters = '6'] = process.argv.slice(2);
const WITHIN_MS = 700;
const AGAIN_MS = 20;
/** What was sent when the load ends is repeated for so long: what became of it is known before the boards are looked at. */
const LAST_MS = 5_000;
/** Between two tokens of a kiosk: each is drawn as a slip. */
const PACE_MS = 100;

const NOTHING_DONE: ReadonlySet<string> = new Set(['hubFailed', 'hubDiskFull', 'tooMany']);

let isOver = false;
let givesUpMs = Number.POSITIVE_INFINITY;
let answeredAt = 0;
const acknowledged: Answered[] = [];
const refusedFor = new Set<string>();
/** The commands of which one at least was done. */
const done = new Set<string>();

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly result?: { readonly tokenId?: number };
}

const connect = (auth: object): Socket =>
  io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 60,
    timeout: 1_000,
    auth: { version: PROTOCOL_VERSION, ...auth },
  });

/** Sends until it is answered; undefined when that does not come before the load gives up. */
async function send(socket: Socket, name: string, payload: object): Promise<Answer | undefined> {
  const envelope = { id: newId(), name, payload };
  while (performance.now() < givesUpMs) {
    try {
      const reply = (await socket.timeout(WITHIN_MS).emitWithAck('command', envelope)) as Answer;
      // Nothing was done: a screen says so, and its citizen tries again.
      if (reply.error) refusedFor.add(reply.error.code);
      if (reply.error && NOTHING_DONE.has(reply.error.code)) throw new Error(reply.error.code);
      answeredAt = Date.now();
      if (reply.ok) done.add(name);
      acknowledged.push({ id: envelope.id, name, reply: { ...reply }, at: answeredAt });
      return reply;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return undefined;
}

const SERVICES = ['domicile', 'fine'];

/** A card of somebody who comes once. */
const cardOf = (kioskId: number, at: number): string => `35202${String(kioskId * 1_000_000 + at).padStart(8, '0')}`;

async function kiosk(kioskId: number): Promise<void> {
  const socket = connect({ screen: 'kiosk', device: `kiosk-${kioskId}`, kioskId });
  for (let i = kioskId; !isOver; i += 1) {
    const serviceIds = [SERVICES[i % SERVICES.length] ?? ''];
    const card = i % 3 === 0 ? { cnic: cardOf(kioskId, i) } : {};
    await send(socket, 'issue', { serviceIds, classes: i % 5 === 0 ? ['elder'] : [], language: 'ur', ...card });
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
  socket.close();
}

async function counter(counterId: number): Promise<void> {
  const socket = connect({ screen: 'operator', device: `console-${counterId}`, counterId });
  await send(socket, 'openCounter', { operator: `Op ${counterId}` });
  for (let i = 0; !isOver; i += 1) {
    const called = await send(socket, 'call', {});
    const tokenId = called?.result?.tokenId;
    if (tokenId === undefined) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    if (tokenId === undefined) continue;
    if (i % 7 === 0) await send(socket, 'markNoShow', { tokenId });
    else if (i % 5 === 0) await send(socket, 'park', { tokenId, returnMinutes: null });
    else {
      await send(socket, 'start', { tokenId });
      await send(socket, 'finish', { tokenId, thenCall: false });
    }
  }
  socket.close();
}

const boards = ['board-1', 'board-2'].map((name) =>
  watchingBoard(name, connect({ screen: 'board', device: name, hallId: null })),
);

const numbers = (count: string) => Array.from({ length: Number(count) }, (_, i) => i + 1);
const all = Promise.all([...numbers(kiosks).map(kiosk), ...numbers(counters).map(counter)]);

process.on('message', (told: 'stop' | 'when') => {
  if (told === 'when') return process.send?.({ answeredAt, isAtWork: WORK.every((step) => done.has(step)) });
  isOver = true;
  givesUpMs = performance.now() + LAST_MS;
  void all
    .then(() => Promise.all(boards.map((one) => one.settled())))
    .then((displays) => process.send?.({ acknowledged, displays, refusedFor: [...refusedFor] }, () => process.exit(0)));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
