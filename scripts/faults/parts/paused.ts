import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { decodeEscpos } from '../../../tests/support/devices/escpos-decoder.ts';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, evidenceOf, OPEN, pause, startHub, startLoad } from '../hub-under-load.ts';

const PRINTER = resolve(import.meta.dirname, '../../../tests/support/devices/fake-printer.ts');
/** How long the hub stands still, round by round (s). */
const STILL_S = [5, 30, 120];

/** A printer on TCP in a process of its own, and the slips that came out of it. */
async function startPrinter() {
  const child = fork(PRINTER, [], { serialization: 'advanced' });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const bytes = async (): Promise<Buffer> => {
    child.send('paper');
    const [told] = (await once(child, 'message')) as [{ bytes: string }];
    return Buffer.from(told.bytes, 'base64');
  };
  return {
    port,
    bytes,
    cuts: async (): Promise<number> => decodeEscpos(await bytes()).cuts,
    end: () => end(child, 'SIGKILL'),
  };
}
type Printer = Awaited<ReturnType<typeof startPrinter>>;

/** How many slips a store knows of, and how many of them nobody knows the end of. */
function slipsOf(folder: string): { readonly all: number; readonly open: number } {
  const db = new Database(join(folder, 'markaz.db'), { readonly: true });
  const sql = "SELECT count(*) AS 'all', coalesce(sum(outcome = 'queued'), 0) AS open FROM slip WHERE kiosk_id = 1";
  const counts = db.prepare<[], { all: number; open: number }>(sql).get() ?? { all: 0, open: 0 };
  db.close();
  return counts;
}

async function pausedFor(folder: string, seconds: number, after: (printer: Printer) => Promise<void>): Promise<Trial> {
  const printer = await startPrinter();
  const hub = await startHub(folder, { args: [...OPEN, '--printer', `1=tcp://127.0.0.1:${printer.port}`] });
  const load = await startLoad(hub.url, 1, 2);
  await pause(1_000);
  hub.child.kill('SIGSTOP');
  await pause(seconds * 1_000);
  hub.child.kill('SIGCONT');
  const goesOnAt = Date.now();
  while ((await load.answeredAt()) <= goesOnAt) await pause(10);
  const recoveryMs = (await load.answeredAt()) - goesOnAt;
  await pause(500);
  const acknowledged = await load.stop();
  while (slipsOf(folder).open > 0) await pause(100);
  await after(printer);
  await end(hub.child, 'SIGTERM');
  const [cuts, { all }] = [await printer.cuts(), slipsOf(folder)];
  await printer.end();
  const broken: Broken[] = cuts === all ? [] : [{ invariant: 'I11', what: `${cuts} slips came out, ${all} are known` }];
  return trialOf([...broken, ...checkCentre(evidenceOf(folder, acknowledged))], { recoveryMs });
}

/** A hub that stands still in the middle of its work, as a machine that is suspended, and goes on. */
export const paused: Fault = {
  name: 'paused',
  what: 'the hub stands still for 5, 30 or 120 s with a printer at work',
  rounds: { short: 1, long: 9 },
  trial: (round, folder) => pausedFor(folder, STILL_S[(round - 1) % STILL_S.length] ?? 5, async () => undefined),
  // What is printed twice has to be seen on the paper.
  control: (folder) =>
    pausedFor(folder, 1, async (printer) => {
      const again = connect(printer.port, '127.0.0.1');
      again.resume().end(await printer.bytes());
      await once(again, 'close');
    }),
};
