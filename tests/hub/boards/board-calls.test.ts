import { expect, it, onTestFinished } from 'vitest';
import { boardCallsView, boardView } from '../../../src/hub/views/board-view.ts';
import { bareHall, takeTokens } from '../../support/bare-hall.ts';
import { testFolder } from '../../support/folder.ts';
import { lahore } from '../../support/lahore.ts';
import { MONDAY_TEN } from '../../support/test-hub.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The centre that ships, with a zone of one counter. */
const CENTRE = {
  ...lahore(),
  boards: [{ id: 'zone', hallId: 'hall-1', counters: [1], speaks: ['ur'], volume: 0.8, night: null }] as const,
};

/** A hall where so many wait, and counters that call the next of them at a word. */
async function callingHall(waiting: number) {
  const bare = await bareHall(CENTRE, testFolder());
  const { hall, clock, send } = bare;
  onTestFinished(() => hall.close());
  await takeTokens(bare, waiting);
  const deskOf = (counterId: number) => {
    const from = { screen: 'operator', counterId } as const;
    const isOpen = send(from, 'openCounter', { operator: 'Ali' });
    let at: number | undefined;
    return async () => {
      await isOpen;
      if (at !== undefined) {
        await send(from, 'start', { tokenId: at });
        await send(from, 'finish', { tokenId: at, thenCall: false });
      }
      at = (await send(from, 'call', {})).tokenId;
    };
  };
  const topicOf = (boardId: string | null) => ({ hallId: 'hall-1', boardId });
  const board = (boardId: string | null) =>
    boardView(hall.store, hall.centre, topicOf(boardId), { at: clock.at(), waitFor: () => null, media: [] });
  const list = (boardId: string | null) => boardCallsView(hall.store, hall.centre, topicOf(boardId), clock.at());
  return { clock, deskOf, board, list };
}

/** When the calls of a board were made, in seconds. */
const timesOf = ({ calls }: ReturnType<typeof boardCallsView>) => calls.map(({ at }) => (at - MONDAY_TEN) / SECOND);

it('lists all calls of ten minutes at twelve a minute, whatever other zones call, and none that is older', async () => {
  const { clock, deskOf, board, list } = await callingHall(500);
  const desks = [1, 2, 3].map(deskOf);
  const times = [0, ...Array.from({ length: 120 }, (_, i) => 60 + 5 * (i + 1))];
  for (const time of times) {
    clock.turnTo(MONDAY_TEN + time * SECOND);
    await Promise.all(desks.map((call) => call()));
  }
  clock.turnTo(MONDAY_TEN + 11 * MINUTE);
  // The first call of all was eleven minutes ago.
  const all = times.slice(1).toReversed();
  expect(timesOf(list('zone'))).toEqual(all);
  expect(timesOf(board('zone'))).toEqual(all.slice(0, 24));
}, 60_000);

it('keeps the last call of a hall where nobody was called for longer', async () => {
  const { clock, deskOf, board, list } = await callingHall(20);
  const call = deskOf(1);
  await call();
  clock.turnTo(MONDAY_TEN + 2 * MINUTE);
  await call();
  clock.turnTo(MONDAY_TEN + 40 * MINUTE);
  expect(timesOf(board('zone'))).toEqual([120]);
  expect(timesOf(list('zone'))).toEqual([]);
});

it('lists no more calls than a zone can have, so that no storm of them makes a board heavy', async () => {
  const { deskOf, board, list } = await callingHall(400);
  const desks = [1, 2, 3, 4, 5, 6, 7, 8].map(deskOf);
  for (let i = 0; i < 22; i += 1) await Promise.all(desks.map((call) => call()));
  expect(list(null).calls).toHaveLength(150);
  expect(JSON.stringify(list(null)).length).toBeLessThan(24_000);
  expect(board(null).calls).toHaveLength(24);
  expect(JSON.stringify(board(null).calls).length).toBeLessThan(4_000);
});
