import { join } from 'node:path';
import { buildPreload, cannotPreload } from '../../faults/preload.ts';
import { SLOW_SYNC } from '../hall/bench-centre.ts';
import { openHall } from '../hall/hall.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const CLIENTS = 50;
const WARM_UP_MS = 3_000;

const rate = async (from: { ask<T>(question: object): Promise<T> }, question: object) =>
  (await from.ask<{ perSecond: number }>(question)).perSecond;

/** A hall with fifty consoles, and a store that takes one row after the other, both on the same disk. */
async function openIssue(folder: string, env: NodeJS.ProcessEnv = {}) {
  const { hub, consoles } = await openHall(folder, { env });
  const clients = await consoles(CLIENTS);
  const insert = await workerProcess('floors/durable-insert.ts', [join(folder, 'floor.db')], env);
  await rate(clients, { do: 'issue', ms: WARM_UP_MS });
  return {
    async rates() {
      const insertsPerSecond = await rate(insert, { ms: 2_000 });
      return { insertsPerSecond, tokensPerSecond: await rate(clients, { do: 'issue', ms: 4_000 }) };
    },
    processes: [clients, hub, insert],
  };
}

/** Tokens a second, of fifty consoles that each issue the next when the last is answered. */
export const issue: Row = {
  name: 'issue',
  figures: [
    { what: 'issue a token, 50 clients ÷ bare durable insert', unit: '', wants: 'more', goal: 3, stop: 2 },
    { what: 'the same ÷ Socket.IO echo', unit: '', wants: 'more', goal: 0.2, stop: 0.15 },
  ],
  async open(folder) {
    const { rates, processes } = await openIssue(folder);
    const echo = await workerProcess<{ readonly url: string }>('floors/echo-server.ts', []);
    const echoClients = await workerProcess('floors/echo-clients.ts', [echo.ready.url, String(CLIENTS)]);
    return {
      async round() {
        const ours = await rates();
        const parts = { ...ours, echoesPerSecond: await rate(echoClients, { ms: 2_000 }) };
        return [
          { value: parts.tokensPerSecond / parts.insertsPerSecond, parts },
          { value: parts.tokensPerSecond / parts.echoesPerSecond, parts },
        ];
      },
      stop: async () => void (await Promise.all([...processes, echoClients, echo].map((one) => one.stop()))),
    };
  },
};

/** The same on a disk that takes 8 ms more for each sync, as those of many halls do: how many commands share one. */
export const issueOnSlowDisk: Row = {
  name: 'issue-slow-disk',
  figures: [
    {
      what: 'issue a token, 50 clients ÷ bare durable insert, every sync 8 ms slower',
      unit: '',
      wants: 'more',
      goal: 3,
      stop: 2,
    },
  ],
  cannot: cannotPreload,
  async open(folder) {
    const { rates, processes } = await openIssue(folder, { LD_PRELOAD: buildPreload(SLOW_SYNC, folder) });
    return {
      async round() {
        const parts = await rates();
        return [{ value: parts.tokensPerSecond / parts.insertsPerSecond, parts }];
      },
      stop: async () => void (await Promise.all(processes.map((one) => one.stop()))),
    };
  },
};
