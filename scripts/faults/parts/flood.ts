import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { linkSocket } from '../../../src/hub/paired/link-socket.ts';
import type { Pairing } from '../../../src/hub/paired/pair.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { forkChild } from '../children.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, pause } from '../hub-under-load.ts';
import { quantile } from '../../quantile.ts';
import { leastMs } from '../least-ms.ts';
import { pairedHall } from '../paired/paired-hall.ts';

const PROBES = 120;
const BETWEEN_MS = 40;
/** Others wait twice as long at most (p99), or hardly at all: a finger that taps does not notice so much. */
const MOST_TIMES = 2;
const HARDLY_MS = 300;
/** Less is no flood. */
const FLOOD_A_SECOND = 600;
/** What a machine may ask at once, and a second. */
const [AT_ONCE, A_SECOND] = [200, 50];

/** A kiosk that behaves; it tells how long it waits (ms, p99). */
function goodKiosk(pairing: Pairing) {
  const socket = linkSocket(pairing, { version: PROTOCOL_VERSION, device: 'good', screen: 'kiosk', kioskId: 1 });
  return {
    async waits(): Promise<number> {
      const waitedMs: number[] = [];
      for (let i = 0; i < PROBES; i += 1) {
        const fromMs = performance.now();
        const payload = { serviceIds: ['domicile'], classes: [], language: 'en' };
        await socket.timeout(10_000).emitWithAck('command', { id: newId(), name: 'issue', payload });
        waitedMs.push(performance.now() - fromMs);
        await pause(BETWEEN_MS);
      }
      return quantile(waitedMs, 0.99);
    },
    close: () => socket.close(),
  };
}

function issuedBy(data: string, kioskId: number): number {
  const db = new Database(join(data, 'markaz.db'), { readonly: true });
  const row = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM slip WHERE kiosk_id = ?').get(kioskId);
  db.close();
  return row?.n ?? 0;
}

/** One machine asks for all that it can while another gives tokens. */
async function flooded(folder: string, limits: 'bounded' | 'unbounded'): Promise<Trial> {
  const machines = [1, 2].map((id) => ({ kind: 'kiosk', place: String(id) }) as const);
  const hall = await pairedHall(folder, { machines });
  const hub = await hall.start(limits);
  const [good, mad] = hall.machines;
  if (!good) throw new Error('No kiosk.');
  const kiosk = goodKiosk({ ...good, url: hall.url });
  const calmMs = await kiosk.waits();
  const flooding = forkChild(resolve(import.meta.dirname, '../flooding-process.ts'), [hall.pairingFile(mad)]);
  await once(flooding, 'message');
  const fromMs = performance.now();
  const boundMs = Math.max(HARDLY_MS, MOST_TIMES * calmMs);
  const floodedMs = await leastMs(boundMs, kiosk.waits, limits === 'bounded' ? undefined : 1);
  const seconds = (performance.now() - fromMs) / 1_000;
  flooding.send('how many');
  const [sent] = (await once(flooding, 'message')) as [number];
  await end(flooding, 'SIGKILL');
  kiosk.close();
  const hasDied = hub.exitCode !== null || hub.signalCode !== null;
  await end(hub, 'SIGTERM');
  const [taken, may] = [issuedBy(hall.data, 2), AT_ONCE + A_SECOND * (seconds + 1)];
  const broken: Broken[] = [
    ...(hasDied ? [{ invariant: 'life', what: 'the hub died' }] : []),
    ...(sent / seconds < FLOOD_A_SECOND
      ? [{ invariant: 'flood', what: `only ${sent} were sent in ${seconds.toFixed(1)} s` }]
      : []),
    ...(taken > may
      ? [{ invariant: 'pace', what: `one machine took ${taken} tokens in ${seconds.toFixed(1)} s` }]
      : []),
    ...(floodedMs > boundMs
      ? [{ invariant: 'waits', what: `others waited ${floodedMs.toFixed(0)} ms instead of ${calmMs.toFixed(0)}` }]
      : []),
  ];
  return trialOf([...broken, ...hall.found({ isEnded: false })], { cases: sent });
}

/** A thousand commands a second from one machine, and megabytes among them. */
export const flood: Fault = {
  name: 'flood',
  what: 'one machine sends 1,000 commands a second, and a megabyte twice a second',
  rounds: { short: 1, long: 20 },
  trial: (_round, folder) => flooded(folder, 'bounded'),
  finds: 'pace',
  // Without a bound on what one socket may ask.
  control: (folder) => flooded(folder, 'unbounded'),
};
