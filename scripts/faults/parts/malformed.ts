import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { linkSocket } from '../../../src/hub/paired/link-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import type { MachineWish } from '../../paired/pair-machines.ts';
import { quantile } from '../../quantile.ts';
import { forkChild } from '../children.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end } from '../hub-under-load.ts';
import { leastMs } from '../least-ms.ts';
import { malformedMessages } from '../malformed/malformed-messages.ts';
import { type PairedHall, pairedHall } from '../paired/paired-hall.ts';
import { type Doors, doorsOf, screenOf, sendMalformed } from '../malformed/send-malformed.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const MESSAGES = 10_000;
const PROBES = 150;
/** Others wait twice as long at most (p99), or hardly at all; one machine does both here. */
const MOST_TIMES = 2;
const HARDLY_MS = 1_000;

/** How long a well-behaved kiosk waits for its tokens (ms), p99. */
async function probe(socket: Socket): Promise<number> {
  const waits: number[] = [];
  for (let i = 0; i < PROBES; i += 1) {
    const fromMs = performance.now();
    const payload = { serviceIds: ['fine'], classes: [], language: 'en' };
    await socket.timeout(5_000).emitWithAck('command', { id: newId(), name: 'issue', payload });
    waits.push(performance.now() - fromMs);
  }
  return quantile(waits, 0.99);
}

const hasDied = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const FUZZ: readonly MachineWish[] = [
  { kind: 'kiosk', place: '8' },
  { kind: 'board', place: null },
  { kind: 'manager', place: null },
];
const SCREENS = [
  { screen: 'kiosk', kioskId: 8 },
  { screen: 'board', hallId: null, boardId: null },
  { screen: 'manager' },
] as const;

/** Every door of a hub: its own machine's, the network's with a certificate and without, the phones' and the programs'. */
function everyDoor(hall: PairedHall): Doors {
  const { url, citizenPort, apiUrl } = hall.beside();
  const [machine] = hall.machines;
  const sockets = hall.machines.slice(0, SCREENS.length).flatMap((pairing, at) => {
    const screen = SCREENS[at];
    return screen
      ? linkSocket({ ...pairing, url: hall.url }, { version: PROTOCOL_VERSION, device: 'fuzz', ...screen })
      : [];
  });
  const tls = machine ? { cert: machine.cert, key: machine.key } : {};
  const network = [{ url: hall.url, tls }, { url: hall.url }, { url: apiUrl }];
  const own = doorsOf(url);
  return {
    sockets: [...own.sockets, ...sockets],
    doors: [...own.doors, ...network, { url: `http://127.0.0.1:${citizenPort}` }],
  };
}

/** What the log holds of whoever is neither the kiosk that behaves nor the hub. */
function eventsOfOthers(data: string): number {
  const db = new Database(join(data, 'markaz.db'), { readonly: true });
  const row = db
    .prepare<[], { n: number }>(
      "SELECT count(*) AS n FROM event WHERE device NOT IN ('good', 'hub') AND kind != 'pairDevice'",
    )
    .get();
  db.close();
  return row?.n ?? 0;
}

async function tryHub(folder: string, seed: number): Promise<Trial> {
  const hall = await pairedHall(folder, { machines: FUZZ });
  const hub = await hall.start('unbounded');
  const good = screenOf(hall.beside().url, { screen: 'kiosk', device: 'good', kioskId: 1 });
  await probe(good);
  const calmMs = await probe(good);
  const boundMs = Math.max(HARDLY_MS, MOST_TIMES * calmMs);
  let sent = 0;
  const waitedMs = await leastMs(boundMs, async () => {
    const messages = malformedMessages(MESSAGES, seed + sent);
    const [waited] = await Promise.all([probe(good), sendMalformed(everyDoor(hall), messages)]);
    sent += MESSAGES;
    return waited;
  });
  good.close();
  const broken: Broken[] = [];
  if (hasDied(hub)) broken.push({ invariant: 'life', what: 'the hub died' });
  await end(hub, 'SIGTERM');
  const moved = eventsOfOthers(hall.data);
  if (moved > 0) broken.push({ invariant: 'events', what: `${moved} events came of malformed messages` });
  if (waitedMs > boundMs) {
    broken.push({
      invariant: 'waits',
      what: `others waited ${waitedMs.toFixed(0)} instead of ${calmMs.toFixed(0)} ms`,
    });
  }
  return trialOf(broken, { cases: sent });
}

/** Ten thousand messages that are none, over sockets and HTTP. */
export const malformed: Fault = {
  name: 'malformed',
  what: 'messages that are none at every door of a hub, 10,000 a trial',
  rounds: { short: 1, long: 100 },
  trial: (round, folder) => tryHub(folder, round),
  finds: 'life',
  async control() {
    const child = forkChild(join(ROOT, 'scripts/faults/malformed/tutorial-hub.ts'), [], { silent: true });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    await Promise.race([sendMalformed(doorsOf(url), malformedMessages(200, 1)), once(child, 'exit')]);
    const broken = hasDied(child) ? [{ invariant: 'life', what: 'the hub died' }] : [];
    await end(child, 'SIGKILL');
    return trialOf(broken);
  },
};
