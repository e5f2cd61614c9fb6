import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Ailments, HEALTHY } from '../../../tests/support/devices/printer-machine.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, OPEN, pause, startHub, startLoad } from '../hub-under-load.ts';
import { until } from '../until.ts';
import { printAllAgain, startPrinter, type TestPrinter } from '../paired/printer.ts';
import { paperBroken, slipEnds } from '../slip-ends.ts';

/** Staff and citizens are told of a printer that cannot print within this. */
const TOLD_MS = 3_000;
/** The same and until the slip comes over which it runs out. */
const SLIP_TOLD_MS = 10_000;
/** How long a printer that cannot say what it has, has it; and one that is slow, which takes ten seconds for a slip. */
const UNTOLD_MS = 1_000;
const SLOW_MS = 12_000;

interface Ailing {
  readonly what: string;
  readonly ails: Partial<Ailments> | 'off';
  /** Within what time it has to be told of (ms); null where the printer cannot say so, `never` where nothing is wrong. */
  readonly toldMs: number | null | 'never';
}

const AILING: readonly Ailing[] = [
  // First: what is told of the one before may come late.
  { what: 'slow', ails: { takesPerSecond: 4_000, answersAfter: 300 }, toldMs: 'never' },
  { what: 'out of paper in a slip', ails: { rowsLeft: 300 }, toldMs: SLIP_TOLD_MS },
  { what: 'its cover open', ails: { isCoverOpen: true }, toldMs: TOLD_MS },
  { what: 'its cutter stuck', ails: { isCutterStuck: true }, toldMs: TOLD_MS },
  { what: 'noise for an answer', ails: { says: 'noise' }, toldMs: null },
  { what: 'no answer', ails: { says: 'nothing' }, toldMs: null },
  { what: 'its link dropped', ails: { dropsAfter: 20_000 }, toldMs: null },
  { what: 'without power', ails: 'off', toldMs: TOLD_MS },
];

/** What the kiosk's own screen says of its printer. */
function kioskScreen(url: string) {
  let isReady = false;
  const auth = { version: PROTOCOL_VERSION, screen: 'kiosk', device: 'kiosk-1', kioskId: 1 };
  const socket = io(url, { transports: ['websocket'], forceNew: true, auth });
  socket.on('view', ({ name, value }: { name: string; value: { printer?: { isReady: boolean } } }) => {
    if (name === 'kiosk') isReady = value.printer?.isReady === true;
  });
  return { isReady: () => isReady, close: () => socket.close() };
}

/** Whether nobody is told, for so long, that a printer cannot print. */
async function staysReady(isReady: () => boolean, ms: number): Promise<boolean> {
  for (const from = performance.now(); performance.now() - from < ms; await pause(50)) if (!isReady()) return false;
  return true;
}

/** What of the telling was not as it has to be. */
async function untold({ what, toldMs }: Ailing, isReady: () => boolean): Promise<readonly Broken[]> {
  const broken = (said: string): readonly Broken[] => [{ invariant: 'told', what: said }];
  if (toldMs === 'never') {
    return (await staysReady(isReady, SLOW_MS))
      ? []
      : broken(`a printer that is only ${what} was called unable to print`);
  }
  if (toldMs === null) {
    await pause(UNTOLD_MS);
    return [];
  }
  return until(`a printer ${what} is told of`, () => !isReady(), toldMs).then(
    () => [],
    () => broken(`nobody was told of a printer ${what} within ${toldMs} ms`),
  );
}

async function befall(printer: TestPrinter, ailing: Ailing, isReady: () => boolean): Promise<readonly Broken[]> {
  const { ails } = ailing;
  if (ails === 'off') await printer.off();
  else await printer.ails(ails);
  const broken = await untold(ailing, isReady);
  if (ails === 'off') await printer.on();
  else await printer.ails(HEALTHY);
  await until('the printer is well again', isReady);
  return broken;
}

/** A printer that has one thing after the other, while a kiosk gives tokens. */
async function trial(
  folder: string,
  ailments: readonly Ailing[],
  after: (printer: TestPrinter) => Promise<void>,
): Promise<Trial> {
  const printer = await startPrinter();
  const hub = await startHub(folder, { args: [...OPEN, '--printer', `1=tcp://127.0.0.1:${printer.port}`] });
  const screen = kioskScreen(hub.url);
  await until('the printer is ready', screen.isReady);
  const load = await startLoad(hub.url, 1, 2);
  const broken: Broken[] = [];
  for (const one of ailments) broken.push(...(await befall(printer, one, screen.isReady)));
  const work = await load.stop();
  await until('every slip has an end', () => slipEnds(folder).queued === 0, 60_000);
  screen.close();
  await end(hub.child, 'SIGTERM');
  await after(printer);
  const paper = await printer.bytes();
  await printer.end();
  const found = [...paperBroken(slipEnds(folder), paper), ...checkCentre(evidenceOf(folder, work))];
  return trialOf([...broken, ...found], { cases: ailments.length });
}

/** Everything that a printer has, one after the other, while slips are asked of it. */
export const printer: Fault = {
  name: 'printer',
  what: 'a printer out of paper in a slip, open, stuck, noisy, silent, cut off, slow, without power',
  rounds: { short: 1, long: 20 },
  trial: (_round, folder) => trial(folder, AILING, async () => undefined),
  finds: 'I11',
  control: (folder) => trial(folder, AILING.slice(2, 3), printAllAgain),
};
