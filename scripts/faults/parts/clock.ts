import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, pause, startHub, startLoad } from '../hub-under-load.ts';
import { buildPreload, cannotPreload } from '../preload.ts';

const HOUR_S = 3_600;
const MOST_MS = 10_000;
const SOURCE = resolve(import.meta.dirname, '../clock/shift.c');

/** Where a wrong clock stands (s beside the right one): two hours back, a day on, and where an empty battery leaves it. */
const shifts = (): readonly number[] => [-2 * HOUR_S, 24 * HOUR_S, -Math.floor(Date.now() / 1_000), 0];

function turnTo(file: string, seconds: number): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(seconds));
  // In place: the hub has this file before it.
  writeFileSync(file, bytes, { flag: 'r+' });
}

/** Turns the wall clock of a hub at work, again and again. */
async function turned(folder: string, afterwards: (storeFile: string) => void): Promise<Trial> {
  const [data, file] = [join(folder, 'data'), join(folder, 'shift')];
  writeFileSync(file, Buffer.alloc(8));
  const env = { LD_PRELOAD: buildPreload(SOURCE, folder), MARKAZ_SHIFT: file };
  const hub = await startHub(data, { env, args: ['--demo'] });
  const load = await startLoad(hub.url);
  const broken: Broken[] = [];
  await load.atWork();
  for (const seconds of shifts()) {
    turnTo(file, seconds);
    const turnedAt = Date.now();
    await pause(1_000);
    // What was on its way at the turn is no sign of life.
    while ((await load.answeredAt()) < turnedAt + 500 && Date.now() - turnedAt < MOST_MS) await pause(50);
    const isAlive = (await load.answeredAt()) >= turnedAt + 500;
    if (!isAlive) broken.push({ invariant: 'life', what: `the hall stood still with its clock ${seconds} s off` });
  }
  const work = await load.stop();
  await end(hub.child, 'SIGTERM');
  const evidence = evidenceOf(data, work);
  assertTurned(evidence.storeFile);
  afterwards(evidence.storeFile);
  return trialOf([...broken, ...checkCentre(evidence, false)], {
    cases: shifts().length,
  });
}

/** Throws where the hub never saw the wrong clock. */
function assertTurned(storeFile: string): void {
  const db = new Database(storeFile, { readonly: true });
  const early = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event WHERE at < 86400000').get()?.n ?? 0;
  db.close();
  if (early === 0) throw new Error('The hub did not see the clock turn: nothing was tried.');
}

/** The wall clock of the hub is set back, on, and to 1970, under work. */
export const clock: Fault = {
  name: 'clock',
  what: 'the wall clock jumps 2 h back, a day on, to 1970 and back, under work',
  rounds: { short: 1, long: 20 },
  cannot: cannotPreload,
  trial: (_round, folder) => turned(folder, () => undefined),
  finds: 'I10',
  // What a hub would write that goes by the wall clock.
  control: (folder) =>
    turned(folder, (storeFile) => {
      const db = new Database(storeFile);
      db.exec('UPDATE event SET queue_at = at');
      db.close();
    }),
};
