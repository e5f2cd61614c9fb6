import { setTimeout as sleep } from 'node:timers/promises';
import { COUNTERS } from '../hall/bench-centre.ts';
import { openHall } from '../hall/hall.ts';
import type { Row } from '../row.ts';

const CLIENTS = 500;
const IN_HALL = 250;
const KB = 1_024;
/** The hub loads what draws slips a second after its start, 50 MB with its fonts: no client's memory. */
const SETTLED_MS = 3_000;
const SETTLED_MB = 1;
const SETTLED_WITHIN = 10;

/** What is used, once it has stopped growing by itself. @throws when it grows on. */
async function atRest(used: () => Promise<number>): Promise<number> {
  let before = await used();
  for (let look = 0; look < SETTLED_WITHIN; look += 1) {
    await sleep(SETTLED_MS);
    const now = await used();
    if (Math.abs(now - before) < SETTLED_MB * KB * KB) return now;
    before = now;
  }
  throw new Error('The memory of a hub that nobody uses grows on.');
}

/** What a screen costs the hub's process, and what the hub of a full centre weighs. */
export const memory: Row = {
  name: 'memory',
  figures: [
    { what: 'memory of the hub per plain client', unit: 'KB', wants: 'less', goal: 60, stop: 90 },
    { what: 'the same per TLS client', unit: 'KB', wants: 'less', goal: 120, stop: 180 },
    { what: 'memory of the hub with 250 clients', unit: 'MB', wants: 'less', goal: 200, stop: 300 },
  ],
  open: async (folder) => {
    let round = 0;
    /** In a hub of its own: memory that is given back is not always given back to the machine. */
    async function inOwnHall<T>(
      measure: (hall: Awaited<ReturnType<typeof openHall>>, used: () => Promise<number>) => Promise<T>,
    ) {
      round += 1;
      const hall = await openHall(`${folder}/${round}`, { boards: IN_HALL - COUNTERS });
      const used = async () => (await hall.hub.ask<NodeJS.MemoryUsage>({ ask: 'memory' })).rss;
      try {
        return await measure(hall, used);
      } finally {
        await hall.hub.stop();
      }
    }
    const perClient = (isPlain: boolean) =>
      inOwnHall(async (hall, used) => {
        // The first make the hub load and grow what all share.
        const first = await hall.boards(50, isPlain ? hall.hub.ready.url : hall.hub.ready.lanUrl);
        const before = await atRest(used);
        const boards = await hall.boards(CLIENTS, isPlain ? hall.hub.ready.url : hall.hub.ready.lanUrl);
        const value = ((await used()) - before) / CLIENTS / KB;
        await Promise.all([first.stop(), boards.stop()]);
        return { value };
      });
    const inHall = () =>
      inOwnHall(async (hall, used) => {
        const [consoles, boards] = [await hall.consoles(), await hall.boards()];
        await consoles.ask({ do: 'stock', tokens: 500 });
        const value = (await used()) / KB / KB;
        await Promise.all([consoles.stop(), boards.stop()]);
        return { value };
      });
    return {
      round: async () => [await perClient(true), await perClient(false), await inHall()],
      stop: () => undefined,
    };
  },
};
