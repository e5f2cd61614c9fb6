import { join } from 'node:path';
import { openHall } from '../hall/hall.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const CLIENTS = 50;

/** Tokens a second, of fifty consoles that each issue the next when the last is answered. */
export const issue: Row = {
  name: 'issue',
  figures: [
    { what: 'issue a token, 50 clients ÷ bare durable insert', unit: '', wants: 'more', goal: 3, stop: 2 },
    { what: 'the same ÷ Socket.IO echo', unit: '', wants: 'more', goal: 0.2, stop: 0.15 },
  ],
  async open(folder) {
    const { hub, consoles } = await openHall(folder);
    const clients = await consoles(CLIENTS);
    const insert = await workerProcess('floors/durable-insert.ts', [join(folder, 'floor.db')]);
    const echo = await workerProcess<{ readonly url: string }>('floors/echo-server.ts', []);
    const echoClients = await workerProcess('floors/echo-clients.ts', [echo.ready.url, String(CLIENTS)]);
    const rate = async (from: { ask<T>(question: object): Promise<T> }, question: object) =>
      (await from.ask<{ perSecond: number }>(question)).perSecond;
    await rate(clients, { do: 'issue', ms: 3_000 }); // Warms the hub up.
    return {
      async round() {
        const insertsPerSecond = await rate(insert, { ms: 2_000 });
        const tokensPerSecond = await rate(clients, { do: 'issue', ms: 4_000 });
        const echoesPerSecond = await rate(echoClients, { ms: 2_000 });
        const parts = { tokensPerSecond, insertsPerSecond, echoesPerSecond };
        return [
          { value: tokensPerSecond / insertsPerSecond, parts },
          { value: tokensPerSecond / echoesPerSecond, parts },
        ];
      },
      stop: async () => void (await Promise.all([clients, hub, insert, echoClients, echo].map((one) => one.stop()))),
    };
  },
};
