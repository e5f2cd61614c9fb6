import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addDays } from '../../../src/domain/calendar/civil-date.ts';
import { randomFrom } from '../../../src/domain/random.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { readKey } from '../../../src/store/files/key-file.ts';
import { playDays } from '../../reports/make-store.ts';
import { benchCentre, COUNTERS, ROOT } from '../hall/bench-centre.ts';
import { writeDevices } from '../hall/devices-file.ts';
import { fillTokens } from '../hall/fill-tokens.ts';
import { startBenchHub } from '../hall/hall.ts';
import { pairAll } from '../hall/pair-all.ts';
import { quantile } from '../../quantile.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

/** A little over a million tokens, in their log and in their table. */
const SIZE = { days: 286, tokensADay: 3_500, firstDay: '2026-01-01' };
const WAITING = 400;
const CALLS = { do: 'calls', ms: 20_000, issuesPerSecond: 1 } as const;

interface Desk {
  readonly reports: { readonly done: number; readonly no?: string };
  readonly copies: { readonly done: number; readonly no?: string };
}

async function fill(data: string): Promise<void> {
  writeDevices(data, await pairAll(data, COUNTERS, 0));
  const file = join(data, 'markaz.db');
  const db = openDatabase(file);
  db.pragma('synchronous = OFF');
  playDays(db, readKey(data, 'chain'), benchCentre(), SIZE, randomFrom(1));
  db.close();
  fillTokens(file, { waiting: WAITING, past: SIZE.days * SIZE.tokensADay });
}

/** `npm run verify` beside the hub, over and over until it is stopped. */
function verifyAgain(data: string) {
  let isOver = false;
  let child: ReturnType<typeof spawn> | undefined;
  const loop = (async () => {
    while (!isOver) {
      child = spawn(process.execPath, [join(ROOT, 'scripts/verify/verify.ts'), '--data', data], { stdio: 'ignore' });
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0 && !isOver) throw new Error(`verify ended with ${String(code)}.`);
    }
  })();
  return async () => {
    isOver = true;
    child?.kill('SIGKILL');
    await loop;
  };
}

/** How soon a hub with a year behind it listens, and a call while reports, copies and a check of the log run beside it. */
export const largeStore: Row = {
  name: 'large-store',
  figures: [
    { what: 'start on a store with 1 M tokens', unit: 's', wants: 'less', goal: 2, stop: 5 },
    { what: 'reports, copy and verify running: call p99 ÷ idle', unit: '', wants: 'less', goal: 1.5, stop: 3 },
  ],
  async open(folder) {
    const data = join(folder, 'data');
    await fill(data);
    const start = async () => {
      const fromMs = performance.now();
      const hub = await startBenchHub(data);
      return { hub, seconds: (performance.now() - fromMs) / 1_000 };
    };
    return {
      async round() {
        const { hub, seconds } = await start();
        const { lanUrl, url } = hub.ready;
        const consoles = await workerProcess('clients/consoles.ts', [data, lanUrl, '2']);
        const lastDay = addDays(SIZE.firstDay, SIZE.days - 1);
        const manager = await workerProcess('clients/manager.ts', [url, SIZE.firstDay, lastDay]);
        const p99 = async () => quantile((await consoles.ask<{ latencies: readonly number[] }>(CALLS)).latencies, 0.99);
        const idleMs = await p99();
        const stopVerify = verifyAgain(data);
        const asked = manager.ask<Desk>({ ms: CALLS.ms });
        const busyMs = await p99();
        const { reports, copies } = await asked;
        await stopVerify();
        await Promise.all([consoles.stop(), manager.stop()]);
        await hub.stop();
        // A report over a year may take longer than the calls: then it was being made all the while.
        if ((reports.done === 0 && reports.no !== 'reportsBeingMade') || copies.done === 0)
          throw new Error(`Not all ran beside the calls: ${reports.no ?? ''} ${copies.no ?? ''}`);
        const parts = { idleMs, busyMs, reports: reports.done, copies: copies.done };
        return [{ value: seconds }, { value: busyMs / idleMs, parts }];
      },
      stop: () => undefined,
    };
  },
};
