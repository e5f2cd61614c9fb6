import { expect, it } from 'vitest';
import type { BoardView } from '../../../src/protocol/views/views.ts';
import type { WallView } from '../../../src/protocol/wall/wall-view.ts';
import { join, type operator, wishFor } from '../../support/test-hub.ts';
import { DAY, playedHub } from '../reports/report-day.ts';
import { answerOf, asked } from './asked.ts';

/** What a wall shows of the hall itself: forecasts, kiosks and links are of the moment alone. */
const ofTheHall = ({ isOpen, halls, desks, counters, today }: WallView) => ({
  isOpen,
  today,
  halls: halls.map(({ id, waiting }) => ({ id, waiting })),
  desks: desks.map(({ id, waiting, head, isServed }) => ({ id, waiting, head, isServed })),
  counters: counters.map(({ id, status, operator, label, state, sinceAt }) => {
    return { id, status, operator, label, state, sinceAt };
  }),
});

/** What a board shows of the hall. */
const onBoard = ({ calls, counters, waiting, moves }: BoardView) => ({
  counters,
  waiting,
  moves,
  calls: calls.map(({ seq, label, counterId, at }) => ({ seq, label, counterId, at })),
});

/** One step of a counter's work. */
async function workOn(desk: ReturnType<typeof operator>): Promise<void> {
  const current = desk.view('counter')?.current;
  if (!current) await desk.send('call', {});
  else if (current.state === 'called') await desk.send('start', { tokenId: current.id });
  else await desk.send('finish', { tokenId: current.id, thenCall: false });
}

it('shows on wall and board, moment for moment, what the hub showed then', { timeout: 120_000 }, async () => {
  const { hub, clock, desks, citizen, manager } = await playedHub(12);
  const seen: { at: number; wall: WallView; board: BoardView }[] = [];
  for (let step = 0; step < 9; step += 1) {
    clock.turnTo(clock.at() + 90_000);
    await citizen.send('issue', wishFor(step % 2 ? 'domicile' : 'fine'));
    await workOn(desks[step % 3]!);
    // A screen that comes in is shown the hall as it is then.
    const wall = await join(hub, { screen: 'manager', name: 'Nadia' }).see('wall', () => true);
    const board = await join(hub, { screen: 'board', hallId: null, boardId: null }).see('board', () => true);
    seen.push({ at: clock.at(), wall, board });
  }
  expect(new Set(seen.map(({ wall }) => JSON.stringify(ofTheHall(wall)))).size).toBe(9);
  // Forward it runs on; back it begins anew.
  for (const { at, wall, board } of [...seen, seen[2]!]) {
    const frame = await answerOf(manager, 'replayFrame', { day: DAY, at, hallId: null });
    expect(frame.at).toBe(at);
    expect(ofTheHall(frame.wall)).toEqual(ofTheHall(wall));
    expect(onBoard(frame.board)).toEqual(onBoard(board));
    expect(frame.board).toMatchObject({ volume: 0, speaks: [], media: [] });
  }
});

it('begins a later day as the hall stood then, and tells what days there are', { timeout: 120_000 }, async () => {
  const { hub, clock, desks, citizen, manager } = await playedHub(20);
  await citizen.done('issue', wishFor('fine'));
  clock.turnTo(Date.parse('2026-11-24T09:30:00+05:00'));
  const [first] = desks;
  await first.done('openCounter', { operator: 'Amna' });
  const { label = '' } = await citizen.done('issue', wishFor('fine'));
  // Who is served through the night is so still.
  await first.send('jump', { label, reason: 'urgentNeed' });
  const wall = await join(hub, { screen: 'manager', name: 'Nadia' }).see('wall', () => true);

  const { days } = await answerOf(manager, 'replayDays', {});
  expect(days.map(({ day }) => day)).toEqual(['2026-11-24', DAY]);
  const day = await answerOf(manager, 'replayDay', { day: '2026-11-24' });
  expect(day.centre.services.map(({ id }) => id)).toContain('fine');
  const frame = await answerOf(manager, 'replayFrame', { day: '2026-11-24', at: clock.at(), hallId: null });
  expect(ofTheHall(frame.wall)).toEqual(ofTheHall(wall));
  expect(await asked(manager, 'replayFrame', { day: '2026-11-25', at: 0, hallId: null })).toMatchObject({
    error: { code: 'unknownDay' },
  });
});
