import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { forkChild } from '../children.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, startHub } from '../hub-under-load.ts';
import { malformedMessages } from '../malformed-messages.ts';
import { quantile } from '../../quantile.ts';
import { screenOf, sendMalformed } from '../send-malformed.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const MESSAGES = 10_000;
const PROBES = 150;
/** Nobody waits longer for a token meanwhile (p99); one machine does both here. */
const MOST_MS = 2_000;

/** How long a well-behaved kiosk waits for its tokens (ms), p99. */
async function probe(url: string): Promise<number> {
  const socket = screenOf(url, { screen: 'kiosk', device: 'good', kioskId: 1 });
  const waits: number[] = [];
  for (let i = 0; i < PROBES; i += 1) {
    const fromMs = performance.now();
    const payload = { serviceIds: ['fine'], classes: [], language: 'en' };
    await socket.timeout(5_000).emitWithAck('command', { id: newId(), name: 'issue', payload });
    waits.push(performance.now() - fromMs);
  }
  socket.close();
  return quantile(waits, 0.99);
}

const hasDied = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function tryHub(folder: string, seed: number): Promise<Trial> {
  const hub = await startHub(folder);
  const [waitedMs] = await Promise.all([probe(hub.url), sendMalformed(hub.url, malformedMessages(MESSAGES, seed))]);
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
  finds: 'life',
  async control() {
    const child = forkChild(join(ROOT, 'scripts/faults/tutorial-hub.ts'), [], { silent: true });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    await Promise.race([sendMalformed(url, malformedMessages(200, 1)), once(child, 'exit')]);
    const broken = hasDied(child) ? [{ invariant: 'life', what: 'the hub died' }] : [];
    await end(child, 'SIGKILL');
    return trialOf(broken);
  },
};
