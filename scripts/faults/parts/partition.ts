import { join } from 'node:path';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end } from '../hub-under-load.ts';
import type { Cut } from '../network/link.ts';
import { namespaceLink } from '../network/namespaces.ts';
import { proxyLink } from '../network/proxy-link.ts';
import { startKiosk } from '../paired/kiosk.ts';
import { until } from '../until.ts';
import { labelsLost, pairedHall } from '../paired/paired-hall.ts';

const WAYS: readonly Cut[] = ['down', 'up', 'both'];
/** A kiosk finds out within this that it has lost its hub, and has told it all within this once it is back. */
const WITHIN_MS = 10_000;
const TAKEN = 3;

interface Course {
  readonly way: Cut;
  readonly isHealed: boolean;
}

/** The first half: a kiosk notices, and gives tokens of its own. */
async function giveAlone(kiosk: Awaited<ReturnType<typeof startKiosk>>, broken: Broken[]): Promise<readonly string[]> {
  const foundMs = await until('the kiosk finds out', () => kiosk.left() !== null);
  if (foundMs > WITHIN_MS) broken.push({ invariant: 'found', what: `found out after ${foundMs.toFixed(0)} ms` });
  const labels: string[] = [];
  for (let i = 0; i < TAKEN; i += 1) {
    const taken = await kiosk.take();
    if (taken?.label) labels.push(taken.label);
    else broken.push({ invariant: 'alone', what: `the kiosk gave no token: ${taken?.code ?? 'it died'}` });
  }
  return labels;
}

/** A kiosk that its hub does not hear, or that does not hear its hub, with neither being told. */
async function cutOff(folder: string, { way, isHealed }: Course): Promise<Trial> {
  const link = namespaceLink() ?? proxyLink();
  try {
    const hall = await pairedHall(folder, { machines: [{ kind: 'kiosk', place: '1' }], place: link.hub });
    const hub = await hall.start();
    const pairingFile = hall.pairingFile(hall.machines[0], await link.address(hall.port));
    const kiosk = await startKiosk({ folder: join(folder, 'kiosk'), pairingFile, place: link.machine });
    await until('the kiosk is ready to be alone', async () => (await kiosk.journal()).isReady);
    const given = [(await kiosk.take())?.label ?? 'none'];
    const broken: Broken[] = [];
    link.cut(way);
    given.push(...(await giveAlone(kiosk, broken)));
    const healedMs = performance.now();
    if (isHealed) link.heal();
    const isMerged = async () => kiosk.left() === null && (await kiosk.journal()).toMerge === 0;
    await until('all is merged', isMerged, WITHIN_MS).catch(() => {
      broken.push({ invariant: 'I9', what: `not merged within ${WITHIN_MS} ms of its return` });
    });
    const recoveryMs = performance.now() - healedMs;
    kiosk.close();
    await end(kiosk.child, 'SIGKILL');
    await end(hub, 'SIGTERM');
    return trialOf([...broken, ...labelsLost(hall, given), ...hall.found()], { recoveryMs });
  } finally {
    link.close();
  }
}

/** The network between a kiosk and its hub goes, one way or both, and comes back. */
export const partition: Fault = {
  name: 'partition',
  what: 'the network goes one way or both, and neither is told; in network namespaces, else through a proxy',
  rounds: { short: 1, long: 30 },
  trial: (round, folder) => cutOff(folder, { way: WAYS[(round - 1) % WAYS.length] ?? 'both', isHealed: true }),
  finds: 'I9',
  // What never comes back is never merged.
  control: (folder) => cutOff(folder, { way: 'both', isHealed: false }),
};
