import { COUNTERS } from '../hall/bench-centre.ts';
import { openHall } from '../hall/hall.ts';
import type { Row } from '../row.ts';

const CLIENTS = 500;
const IN_HALL = 250;
const KB = 1_024;

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
        const before = await used();
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
