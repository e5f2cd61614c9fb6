// The consoles and kiosks of the soak in a process of their own: `soak-screens.ts URL COUNTERS KIOSKS`. Each day is asked for
// with its tokens and its length; `cut` cuts some of the links.
import type { Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import type { Acknowledged } from '../../tests/faults/checker/evidence.ts';
import { answerParent } from '../bench/worker-process.ts';
import { screenOf } from '../faults/malformed/send-malformed.ts';

const [url = '', counters = '1', kiosks = '1'] = process.argv.slice(2);
const WITHIN_MS = 2_000;
const AGAIN_MS = 30;
/** A counter that found nobody looks again after this. */
const IDLE_MS = 100;

/** A day as it is asked for, and what came of it. */
export interface SoakDay {
  readonly tokens: number;
  readonly seconds: number;
}
export interface DayDone {
  readonly acknowledged: readonly Acknowledged[];
  /** Commands that were answered with a no that nobody expects. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Noes of every day: nobody waits, a counter has closed, or a repeat comes after what it asked for was done. */
const EXPECTED: ReadonlySet<string> = new Set(['nobodyWaiting', 'wrongState', 'counterClosed']);

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly result?: { readonly tokenId?: number };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
let acknowledged: Acknowledged[] = [];
let refused: Record<string, number> = {};

/** Repeats a command under its id until it is answered. */
async function send(socket: Socket, name: string, payload: object): Promise<Answer> {
  const envelope = { id: newId(), name, payload };
  for (;;) {
    const reply = (await socket
      .timeout(WITHIN_MS)
      .emitWithAck('command', envelope)
      .catch(() => undefined)) as Answer | undefined;
    const code = reply?.error?.code;
    if (reply && code !== 'hubFailed' && code !== 'tooMany') {
      acknowledged.push({ id: envelope.id, name, reply: { ...reply } });
      if (code !== undefined && !EXPECTED.has(code)) refused[code] = (refused[code] ?? 0) + 1;
      return reply;
    }
    await pause(AGAIN_MS);
  }
}

const ids = (count: string) => Array.from({ length: Number(count) }, (_, i) => i + 1);
const kioskSockets = ids(kiosks).map((kioskId) =>
  screenOf(url, { screen: 'kiosk', device: `kiosk-${kioskId}`, kioskId }),
);
const consoles = ids(counters).map((counterId) => ({
  counterId,
  socket: screenOf(url, { screen: 'operator', device: `console-${counterId}`, counterId }),
}));

let isOver = false;

async function kioskDay(socket: Socket, first: number, { tokens, seconds }: SoakDay): Promise<void> {
  const own = Math.ceil(tokens / kioskSockets.length);
  const beganMs = performance.now();
  for (let i = 0; i < own; i += 1) {
    const dueMs = beganMs + (i * seconds * 1_000) / own;
    if (dueMs > performance.now()) await pause(dueMs - performance.now());
    const at = first + i;
    const payload = {
      serviceIds: [at % 2 === 0 ? 'domicile' : 'fine'],
      classes: at % 9 === 0 ? ['elder'] : [],
      language: 'ur',
    };
    await send(socket, 'issue', payload);
  }
}

async function consoleDay(socket: Socket, counterId: number): Promise<void> {
  await send(socket, 'openCounter', { operator: `Op ${counterId}` });
  for (let i = counterId; ; i += 1) {
    const { result } = await send(socket, 'call', {});
    const tokenId = result?.tokenId;
    // Whoever came last is served, too: a fault late in the day leaves a line.
    if (tokenId === undefined && isOver) break;
    if (tokenId === undefined) await pause(IDLE_MS);
    else if (i % 17 === 0) await send(socket, 'markNoShow', { tokenId });
    else if (i % 13 === 0) await send(socket, 'park', { tokenId, returnMinutes: 10 });
    else {
      await send(socket, 'start', { tokenId });
      await send(socket, 'finish', { tokenId, thenCall: false });
    }
  }
  await send(socket, 'closeCounter', {});
}

async function day(wish: SoakDay): Promise<DayDone> {
  [isOver, acknowledged, refused] = [false, [], {}];
  const serving = consoles.map(({ socket, counterId }) => consoleDay(socket, counterId));
  await Promise.all(kioskSockets.map((socket, at) => kioskDay(socket, at * 7, wish)));
  isOver = true;
  await Promise.all(serving);
  return { acknowledged, refused };
}

/** Every third link, from one on: they come back by themselves. */
function cut(from: number): void {
  const all = [...kioskSockets, ...consoles.map(({ socket }) => socket)];
  all.filter((_, at) => at % 3 === from % 3).forEach((socket) => socket.io.engine.close());
}

answerParent<SoakDay>((wish) => day(wish));
process.on('SIGUSR2', () => cut(Math.floor(performance.now())));
process.send?.({ ready: true });
