import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end } from '../hub-under-load.ts';
import { startPrinter } from '../paired/printer.ts';
import { labelsLost, pairedHall } from '../paired/paired-hall.ts';
import { type Kiosk, type KioskStart, startKiosk } from '../paired/kiosk.ts';
import { until } from '../until.ts';
import { paperBroken, slipEnds } from '../slip-ends.ts';

type Step = NonNullable<KioskStart['dieAt']>;

/** Each step of its work at which a kiosk can die, the first and a later time. */
const STEPS: readonly Step[] = [
  ['told', 1],
  ['printed', 1],
  ['given', 1],
  ['merged', 1],
  ['given', 3],
  ['printed', 2],
  ['told', 3],
  ['merged', 2],
];
/** Tokens that are taken while its hub is away. */
const ALONE = 4;

const takeSome = async (kiosk: Kiosk, count: number): Promise<readonly string[]> => {
  const labels: string[] = [];
  for (let i = 0; i < count && !kiosk.hasDied(); i += 1) {
    const taken = await kiosk.take();
    if (taken?.label) labels.push(taken.label);
  }
  return labels;
};

/** A kiosk gives tokens with its hub and without, dies at a step of that, and goes on from its own disk. */
async function dies(folder: string, dieAt: Step, forgets = false): Promise<Trial> {
  const printer = await startPrinter();
  const address = `tcp://127.0.0.1:${printer.port}`;
  const hall = await pairedHall(folder, { machines: [{ kind: 'kiosk', place: '1' }], printer: address });
  const hub = await hall.start();
  const start = { folder: join(folder, 'kiosk'), pairingFile: hall.pairingFile(hall.machines[0]) };
  const first = await startKiosk({ ...start, dieAt });
  await until('the kiosk is ready to be alone', async () => (await first.journal()).isReady);
  const given = [...(await takeSome(first, 1))];
  await end(hub, 'SIGKILL');
  await until('the kiosk is alone', () => first.left() !== null);
  given.push(...(await takeSome(first, ALONE)));
  // A kiosk that dies over what its hub takes over needs the hub for that.
  let again = dieAt[0] === 'told' || dieAt[0] === 'merged' ? await hall.start() : undefined;
  await until(`the kiosk dies at ${dieAt.join(' ')}`, first.hasDied);
  const diedMs = performance.now();
  if (forgets) rmSync(join(start.folder, 'alone'), { recursive: true });
  const second = await startKiosk(start);
  if (!again && !forgets) await until('the kiosk is alone again', () => second.left() !== null);
  if (!forgets) given.push(...(await takeSome(second, 2)));
  const recoveryMs = performance.now() - diedMs;
  again ??= await hall.start();
  await until('all is merged', async () => second.left() === null && (await second.journal()).toMerge === 0);
  given.push(...(await takeSome(second, 1)));
  await until('every slip has an end', () => slipEnds(hall.data).queued === 0);
  second.close();
  await until('the kiosk has ended', second.hasDied);
  await end(again, 'SIGTERM');
  const paper = await printer.bytes();
  await printer.end();
  return trialOf([...labelsLost(hall, given), ...paperBroken(slipEnds(hall.data), paper), ...hall.found()], {
    recoveryMs,
  });
}

/** A kiosk that is killed between giving, printing and telling its hub. */
export const kiosk: Fault = {
  name: 'kiosk',
  what: 'kill -9 of a kiosk on its own between number, slip and merge, with a printer on TCP',
  rounds: { short: 2, long: 64 },
  trial: (round, folder) => dies(folder, STEPS[(round - 1) % STEPS.length] ?? ['given', 1]),
  finds: 'I2',
  // Without its journal it knows nothing of what it has given.
  control: (folder) => dies(folder, ['given', 3], true),
};
