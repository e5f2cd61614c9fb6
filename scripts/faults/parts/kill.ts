import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { end, evidenceOf, pause, startHub, startLoad } from '../hub-under-load.ts';
import { until } from '../until.ts';

/** The hall is served again within this, counted from the kill; on a machine with other work within two starts of a hub. */
const MOST_MS = 3_000;
const MOST_STARTS = 2;

/** Kills a hub in the middle of its work, does something to what it left, and lets the hall go on with it. */
async function killedOnce(folder: string, afterMs: number, meanwhile: (folder: string) => void): Promise<Trial> {
  const beganMs = performance.now();
  const hub = await startHub(folder);
  const startMs = performance.now() - beganMs;
  const load = await startLoad(hub.url);
  await load.atWork();
  await pause(afterMs);
  await end(hub.child, 'SIGKILL');
  const killedAt = Date.now();
  meanwhile(folder);
  const starting = startHub(folder, { port: hub.port });
  const isAnswered = async () => (await load.answeredAt()) > killedAt;
  const [again, recoveryMs] = await Promise.all([starting, until('the hall is answered again', isAnswered)]);
  const slow: Broken[] =
    recoveryMs <= Math.max(MOST_MS, MOST_STARTS * startMs)
      ? []
      : [{ invariant: 'again', what: `answered again after ${recoveryMs.toFixed(0)} ms` }];
  // Long enough for somebody to have been served on a machine that has other work.
  await pause(1_500);
  const work = await load.stop();
  await end(again.child, 'SIGTERM');
  return trialOf([...slow, ...checkCentre(evidenceOf(folder, work))], { recoveryMs });
}

/** kill -9 of the hub while eight kiosks and six counters work. */
export const kill: Fault = {
  name: 'kill',
  what: 'kill -9 of the hub at work, 8 kiosks and 6 counters',
  rounds: { short: 2, long: 200 },
  trial: (round, folder) => killedOnce(folder, 150 + ((round * 97) % 350), () => undefined),
  finds: 'I2',
  // Without what only the write-ahead log holds, acknowledged work is gone.
  control: (folder) =>
    killedOnce(folder, 300, (left) => {
      for (const tail of ['-wal', '-shm']) rmSync(join(left, `markaz.db${tail}`), { force: true });
      rmSync(join(left, 'anchor.json'), { force: true });
    }),
};
