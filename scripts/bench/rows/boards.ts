import { tlsFiles } from '../hall/tls-files.ts';
import { openHall } from '../hall/hall.ts';
import { quantile } from '../../quantile.ts';
import type { Figure, Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const BOARDS = 200;
/** So many, and the list of calls on a board is as long as it gets: the floors send what the hub then sends. */
const FIRST_SHOTS = 160;
/** In seven rounds two thousand. */
const SHOTS = 286;
const GAP_MS = 60;

interface Shots {
  readonly tookMs: readonly number[];
  readonly bytes: number;
}

/** A bare server of as many WebSockets, and its boards. */
async function floorOf(bytes: number, tls: readonly string[]) {
  const server = await workerProcess<{ readonly url: string }>('floors/ws-server.ts', [String(bytes), '0', ...tls]);
  const sockets = await workerProcess('floors/ws-boards.ts', [server.ready.url, String(BOARDS)]);
  await sockets.ask({ shots: 20, gapMs: GAP_MS });
  return { shoot: () => sockets.ask<Shots>({ shots: SHOTS, gapMs: GAP_MS }), processes: [sockets, server] };
}

const SHARES = [
  { name: 'p50', share: 0.5, goal: 1.5, stop: 2 },
  { name: 'p99', share: 0.99, goal: 2.5, stop: 4 },
];

const figure = (of: string, { name, goal, stop }: (typeof SHARES)[number]): Figure => ({
  what: `one call → all 200 boards ÷ ${of}, ${name}`,
  unit: '',
  wants: 'less',
  goal,
  stop,
});

/**
 * From a call to the last of two hundred paired boards; the floors send as many bytes to as many bare WebSockets, in
 * plain words and over TLS, which is what the boards of a centre are reached over.
 */
export const boards: Row = {
  name: 'boards',
  figures: ['bare ws', 'bare ws over TLS'].flatMap((of) => SHARES.map((share) => figure(of, share))),
  async open(folder) {
    const hall = await openHall(folder, { boards: BOARDS });
    const screens = await hall.boards();
    const { bytes } = await screens.ask<Shots>({ shots: FIRST_SHOTS });
    const floors = [await floorOf(bytes, []), await floorOf(bytes, await tlsFiles(folder))];
    return {
      async round() {
        const ours = await screens.ask<Shots>({ shots: SHOTS });
        const rounds = [];
        for (const { shoot } of floors) {
          const { tookMs } = await shoot();
          for (const { share } of SHARES) {
            const [oursMs, floorMs] = [quantile(ours.tookMs, share), quantile(tookMs, share)];
            rounds.push({ value: oursMs / floorMs, parts: { oursMs, floorMs, bytes } });
          }
        }
        return rounds;
      },
      stop: async () =>
        void (await Promise.all(
          [screens, hall.hub, ...floors.flatMap(({ processes }) => processes)].map((one) => one.stop()),
        )),
    };
  },
};
