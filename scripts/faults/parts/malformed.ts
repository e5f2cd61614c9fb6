import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { io, type Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, startHub } from '../hub-under-load.ts';
import { type Malformed, malformedMessages } from '../malformed-messages.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const MESSAGES = 10_000;
/** So many are on their way at once. */
const AT_ONCE = 50;
const PROBES = 150;
/** Nobody waits longer for a token meanwhile (p99); one machine does both here. */
const MOST_MS = 2_000;

const connect = (url: string, auth: object): Socket =>
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

async function sendAll(url: string, messages: readonly Malformed[]): Promise<void> {
  const sockets = [
    connect(url, { screen: 'kiosk', device: 'fuzz', kioskId: 8 }),
    connect(url, { screen: 'board', device: 'fuzz', hallId: null }),
    connect(url, { screen: 'manager', device: 'fuzz' }),
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

/** How long a well-behaved kiosk waits for its tokens (ms), p99. */
async function probe(url: string): Promise<number> {
  const socket = connect(url, { screen: 'kiosk', device: 'good', kioskId: 1 });
  const waits: number[] = [];
  for (let i = 0; i < PROBES; i += 1) {
    const fromMs = performance.now();
    const payload = { serviceIds: ['fine'], classes: [], language: 'en' };
    await socket.timeout(5_000).emitWithAck('command', { id: newId(), name: 'issue', payload });
    waits.push(performance.now() - fromMs);
  }
  socket.close();
  return waits.toSorted((a, b) => a - b)[Math.floor(PROBES * 0.99)] ?? 0;
}

const hasDied = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function tryHub(folder: string, seed: number): Promise<Trial> {
  const hub = await startHub(folder);
  const [waitedMs] = await Promise.all([probe(hub.url), sendAll(hub.url, malformedMessages(MESSAGES, seed))]);
  const broken: Broken[] = [];
  if (hasDied(hub.child)) broken.push({ invariant: 'life', what: 'the hub died' });
  await end(hub.child, 'SIGTERM');
  const db = new Database(join(folder, 'markaz.db'), { readonly: true });
  const moved = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM event WHERE device = 'fuzz'").get()?.n ?? 0;
  db.close();
  if (moved > 0) broken.push({ invariant: 'events', what: `${moved} events came of malformed messages` });
  if (waitedMs > MOST_MS) {
    broken.push({ invariant: 'waits', what: `others waited ${waitedMs.toFixed(0)} ms` });
  }
  return trialOf(broken, { cases: MESSAGES });
}

/** Ten thousand messages that are none, over sockets and HTTP. */
export const malformed: Fault = {
  name: 'malformed',
  what: 'messages that are none over sockets and HTTP, 10,000 a trial',
  rounds: { short: 1, long: 100 },
  trial: (round, folder) => tryHub(folder, round),
  async control() {
    const child = fork(join(ROOT, 'scripts/faults/tutorial-hub.ts'), [], { silent: true });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    await Promise.race([sendAll(url, malformedMessages(200, 1)), once(child, 'exit')]);
    const broken = hasDied(child) ? [{ invariant: 'life', what: 'the hub died' }] : [];
    await end(child, 'SIGKILL');
    return trialOf(broken);
  },
};
