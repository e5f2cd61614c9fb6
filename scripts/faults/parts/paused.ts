import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, OPEN, pause, startHub, startLoad } from '../hub-under-load.ts';
import { printAllAgain, startPrinter, type TestPrinter } from '../paired/printer.ts';
import { paperBroken, slipEnds } from '../slip-ends.ts';
import { until } from '../until.ts';

/** How long the hub stands still, round by round (s). */
const STILL_S = [5, 30, 120];

async function pausedFor(
  folder: string,
  seconds: number,
  after: (printer: TestPrinter) => Promise<void>,
): Promise<Trial> {
  const printer = await startPrinter();
  const hub = await startHub(folder, { args: [...OPEN, '--printer', `1=tcp://127.0.0.1:${printer.port}`] });
  const load = await startLoad(hub.url, 1, 2);
  await load.atWork();
  hub.child.kill('SIGSTOP');
  await pause(seconds * 1_000);
  hub.child.kill('SIGCONT');
  const goesOnAt = Date.now();
  const recoveryMs = await until('the hall goes on', async () => (await load.answeredAt()) > goesOnAt);
  await pause(500);
  const work = await load.stop();
  await until('every slip has an end', () => slipEnds(folder).queued === 0, 60_000);
  await end(hub.child, 'SIGTERM');
  await after(printer);
  const paper = await printer.bytes();
  await printer.end();
  return trialOf([...paperBroken(slipEnds(folder), paper), ...checkCentre(evidenceOf(folder, work))], { recoveryMs });
}

/** A hub that stands still in the middle of its work, as a machine that is suspended, and goes on. */
export const paused: Fault = {
  name: 'paused',
  what: 'the hub stands still for 5, 30 or 120 s with a printer at work',
  rounds: { short: 1, long: 9 },
  trial: (round, folder) => pausedFor(folder, STILL_S[(round - 1) % STILL_S.length] ?? 5, async () => undefined),
  finds: 'I11',
  control: (folder) => pausedFor(folder, 1, printAllAgain),
};
