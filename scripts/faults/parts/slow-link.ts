import { v7 as newId } from 'uuid';
import { linkSocket } from '../../../src/hub/paired/link-socket.ts';
import type { Pairing } from '../../../src/hub/paired/pair.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import { randomFrom } from '../../../src/domain/random.ts';
import type { Acknowledged, Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end } from '../hub-under-load.ts';
import { openTcpProxy } from '../network/tcp-proxy.ts';
import { leastMs } from '../least-ms.ts';
import { pairedHall } from '../paired/paired-hall.ts';
import { quantile } from '../../quantile.ts';

/** Over a link of 100 ms there and back a command is answered within this (p99), and what it takes here without that. */
const MOST_MS = 300;
const CALM = 20;
/** What is cut off begins anew; a call is repeated under its id for so long. */
const WITHIN_MS = 8_000;

interface Course {
  readonly seed: number;
  readonly calls: number;
  readonly oneWayMs: number;
  /** After how many calls the link is cut, each time. */
  readonly cutEvery: number;
}

interface Answer {
  readonly ok: boolean;
  readonly result?: { readonly tokenId?: number };
}

/** A console that repeats a command under its id until it is answered. */
function patientConsole(pairing: Pairing) {
  const hello = { version: PROTOCOL_VERSION, device: 'console', screen: 'operator', counterId: 1 } as const;
  const socket = linkSocket(pairing, hello);
  const tookMs: number[] = [];
  const acknowledged: Acknowledged[] = [];
  return {
    /** How long commands took that nothing befell (ms). */
    tookMs,
    acknowledged,
    close: () => socket.close(),
    async send(name: string, payload: object, isCut = false): Promise<Answer> {
      const id = newId();
      const fromMs = performance.now();
      while (performance.now() - fromMs < WITHIN_MS) {
        const reply: unknown = await socket
          .timeout(1_000)
          .emitWithAck('command', { id, name, payload })
          .catch(() => undefined);
        if (!reply) continue;
        if (!isCut) tookMs.push(performance.now() - fromMs);
        acknowledged.push({ id, name, reply: { ...reply } });
        return reply as Answer;
      }
      throw new Error(`${name} was not answered.`);
    },
  };
}

/** A console that issues and calls over a slow link that is cut now and then. */
async function overSlowLink(folder: string, { seed, calls, oneWayMs, cutEvery }: Course): Promise<Trial> {
  const hall = await pairedHall(folder, { machines: [{ kind: 'operator', place: '1' }] });
  const hub = await hall.start();
  const proxy = await openTcpProxy({ port: hall.port });
  const [machine] = hall.machines;
  if (!machine) throw new Error('No console.');
  const { send, tookMs, acknowledged, close } = patientConsole({ ...machine, url: `https://127.0.0.1:${proxy.port}` });
  await send('openCounter', { operator: 'Ali' }, true);
  for (let i = 0; i < CALM; i += 1) await send('issue', { serviceIds: ['fine'], classes: [], language: 'ur' });
  const calmMs = quantile(tookMs.splice(0), 0.99);
  proxy.delay(oneWayMs);
  const random = randomFrom(seed);
  let lost = 0;
  const boundMs = MOST_MS + calmMs;
  const p99 = await leastMs(boundMs, async () => {
    for (let i = 1; i <= calls; i += 1) {
      const isCut = i % cutEvery === 0;
      await send('issue', { serviceIds: ['fine'], classes: [], language: 'ur' });
      // Anywhere from before the hub has it to after it was answered: most often it is done, and the answer is lost.
      if (isCut) setTimeout(proxy.cut, oneWayMs * random.between(0.6, 2));
      const called = await send('call', {}, isCut);
      const tokenId = called.result?.tokenId;
      if (tokenId === undefined) lost += 1;
      else await send('markNoShow', { tokenId }, isCut);
    }
    return quantile(tookMs.splice(0), 0.99);
  });
  close();
  proxy.close();
  await end(hub, 'SIGTERM');
  const broken: Broken[] = [
    ...(p99 > boundMs
      ? [{ invariant: 'p99', what: `a command took ${p99.toFixed(0)} ms (p99), ${calmMs.toFixed(0)} without the link` }]
      : []),
    ...(lost > 0 ? [{ invariant: 'I2', what: `${lost} calls called nobody` }] : []),
  ];
  return trialOf([...broken, ...hall.found({ acknowledged })], { cases: calls });
}

/** A console behind a slow link that is cut in the middle of calls. */
export const slowLink: Fault = {
  name: 'slow-link',
  what: 'a console behind 100 ms there and back, cut in the middle of every fifteenth call',
  rounds: { short: 1, long: 20 },
  trial: (round, folder) => overSlowLink(folder, { seed: round, calls: 45, oneWayMs: 50, cutEvery: 15 }),
  finds: 'p99',
  // Who waits longer than is allowed has to be seen.
  control: (folder) => overSlowLink(folder, { seed: 1, calls: 2, oneWayMs: 400, cutEvery: 50 }),
};
