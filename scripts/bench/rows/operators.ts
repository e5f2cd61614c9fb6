import { openHall } from '../hall/hall.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const BOARDS = 200;
const OPERATORS = 50;
/** More than fifty counters call in a round. */
const STOCK = 6_000;

/**
 * Commands of fifty counters that call, start and end visits, while two hundred boards show them; the floor tells each
 * command to as many boards, as a hub would that does not gather what it pushes.
 */
export const operators: Row = {
  name: 'operators',
  figures: [{ what: '50 operators calling, 200 boards ÷ uncoalesced echo', unit: '', wants: 'more', goal: 5, stop: 2 }],
  async open(folder) {
    const hall = await openHall(folder, { boards: BOARDS });
    const screens = await hall.boards();
    const consoles = await hall.consoles(OPERATORS);
    await consoles.ask({ do: 'stock', tokens: STOCK });
    await consoles.ask({ do: 'serve', ms: 2_000 });
    const { bytes } = await screens.ask<{ readonly bytes: number }>({});
    const echo = await workerProcess<{ readonly url: string }>('floors/echo-server.ts', [String(bytes)]);
    const echoBoards = await workerProcess('floors/echo-boards.ts', [echo.ready.url, String(BOARDS)]);
    const echoClients = await workerProcess('floors/echo-clients.ts', [echo.ready.url, String(OPERATORS)]);
    return {
      async round() {
        await consoles.ask({ do: 'stock', tokens: STOCK });
        const { perSecond: echoesPerSecond } = await echoClients.ask<{ perSecond: number }>({ ms: 3_000 });
        const worked = await consoles.ask<{ perSecond: number; callsPerSecond: number }>({ do: 'serve', ms: 4_000 });
        const { perSecond: commandsPerSecond, callsPerSecond } = worked;
        return [
          {
            value: commandsPerSecond / echoesPerSecond,
            parts: { commandsPerSecond, callsPerSecond, echoesPerSecond, bytes },
          },
        ];
      },
      stop: async () =>
        void (await Promise.all([consoles, screens, hall.hub, echoClients, echoBoards, echo].map((one) => one.stop()))),
    };
  },
};
