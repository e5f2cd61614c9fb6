import { join } from 'node:path';
import { median } from '../../quantile.ts';
import { openHall } from '../hall/hall.ts';
import type { Figure, Row } from '../row.ts';

const CONSOLES = [10, 25, 50] as const;
const BOARDS = [50, 100, 200] as const;
const CALLS = { do: 'calls', ms: 4_000, issuesPerSecond: 2 } as const;
const SHOTS = 40;

/** Nothing that is there twice may cost more than twice as much: beyond that the largest centre could not be foreseen. */
const figure = (what: string, most: number): Figure => ({ what, unit: '', wants: 'less', goal: most, stop: 2 * most });

/** How a call grows with the consoles that watch, and the way to the last board with the boards. */
export const growth: Row = {
  name: 'growth',
  figures: [
    figure('call with 25 consoles ÷ with 10', 2.5),
    figure('call with 50 consoles ÷ with 10', 5),
    figure('one call → all 100 boards ÷ all 50', 2),
    figure('one call → all 200 boards ÷ all 50', 4),
  ],
  async open(folder) {
    const desks: { readonly ms: () => Promise<number>; readonly stop: () => Promise<void> }[] = [];
    for (const count of CONSOLES) {
      const hall = await openHall(join(folder, `consoles-${count}`));
      const consoles = await hall.consoles(count);
      desks.push({
        ms: async () => median((await consoles.ask<{ latencies: readonly number[] }>(CALLS)).latencies),
        stop: async () => void (await Promise.all([consoles.stop(), hall.hub.stop()])),
      });
    }
    for (const count of BOARDS) {
      const hall = await openHall(join(folder, `boards-${count}`), { boards: count });
      const boards = await hall.boards();
      desks.push({
        ms: async () => median((await boards.ask<{ tookMs: readonly number[] }>({ shots: SHOTS })).tookMs),
        stop: async () => void (await Promise.all([boards.stop(), hall.hub.stop()])),
      });
    }
    return {
      async round() {
        const [few = 0, more = 0, many = 0, boardsFew = 0, boardsMore = 0, boardsMany = 0] = await inTurn(desks);
        return [
          { value: more / few, parts: { fewMs: few, moreMs: more } },
          { value: many / few, parts: { fewMs: few, manyMs: many } },
          { value: boardsMore / boardsFew, parts: { fewMs: boardsFew, moreMs: boardsMore } },
          { value: boardsMany / boardsFew, parts: { fewMs: boardsFew, manyMs: boardsMany } },
        ];
      },
      stop: async () => void (await Promise.all(desks.map((one) => one.stop()))),
    };
  },
};

/** One after the other: each alone on the machine. */
async function inTurn(desks: readonly { readonly ms: () => Promise<number> }[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const { ms } of desks) took.push(await ms());
  return took;
}
