import { join } from 'node:path';
import { COUNTERS } from '../hall/bench-centre.ts';
import { writeDevices } from '../hall/devices-file.ts';
import { fillTokens } from '../hall/fill-tokens.ts';
import { startBenchHub } from '../hall/hall.ts';
import { pairAll } from '../hall/pair-all.ts';
import { median } from '../../quantile.ts';
import type { Figure, Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const SIZES = [
  { words: '10,000 waiting and 100,000 past', waiting: 10_000, past: 100_000 },
  { words: '100,000 waiting and 1 M past', waiting: 100_000, past: 1_000_000 },
  { words: '1 M waiting and 10 M past', waiting: 1_000_000, past: 10_000_000 },
];
const CALLS = { do: 'calls', ms: 5_000, issuesPerSecond: 1 } as const;
/** In the hall that counts as empty somebody waits, too: there is no call without. */
const FEW = 40;

async function hallOf(folder: string, waiting: number, past: number) {
  writeDevices(folder, await pairAll(folder, COUNTERS, 0));
  if (past > 0) fillTokens(join(folder, 'markaz.db'), { waiting, past });
  const hub = await startBenchHub(folder);
  const consoles = await workerProcess('clients/consoles.ts', [folder, hub.ready.lanUrl, '2']);
  if (past === 0) await consoles.ask({ do: 'stock', tokens: FEW });
  return {
    callMs: async () => median((await consoles.ask<{ latencies: readonly number[] }>(CALLS)).latencies),
    stop: async () => void (await Promise.all([consoles.stop(), hub.stop()])),
  };
}

/** How long a call takes in halls of three sizes beside an almost empty one: it must not grow with any of them. */
export const pick: Row = {
  name: 'pick',
  figures: SIZES.map(({ words }): Figure => ({
    what: `call next at ${words} tokens ÷ empty`,
    unit: '',
    wants: 'less',
    goal: 1.3,
    stop: 2,
  })),
  async open(folder) {
    const empty = await hallOf(join(folder, 'empty'), 0, 0);
    const halls: Awaited<ReturnType<typeof hallOf>>[] = [];
    for (const { waiting, past } of SIZES) halls.push(await hallOf(join(folder, String(past)), waiting, past));
    return {
      async round() {
        const rounds = [];
        for (const hall of halls) {
          const emptyMs = await empty.callMs();
          const fullMs = await hall.callMs();
          rounds.push({ value: fullMs / emptyMs, parts: { fullMs, emptyMs } });
        }
        return rounds;
      },
      stop: async () => void (await Promise.all([empty, ...halls].map((one) => one.stop()))),
    };
  },
};
