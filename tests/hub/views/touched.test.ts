import { expect, it } from 'vitest';
import { touchedBy } from '../../../src/hub/views/touched.ts';
import type { Topic } from '../../../src/hub/views/topics.ts';
import type { LoggedEvent } from '../../../src/store/log/event.ts';

const CENTRE: Topic = { name: 'centre' };
const KIOSK: Topic = { name: 'kiosk', kioskId: 1 };
const BOARD: Topic = { name: 'board', hallId: null, boardId: null };
const BOARD_CALLS: Topic = { name: 'boardCalls', hallId: null, boardId: null };
const MANAGER: Topic = { name: 'manager' };
const counter = (counterId: number): Topic => ({ name: 'counter', counterId });

const touches = (payload: object, topics: readonly Topic[]) =>
  topics.map(touchedBy([{ payload } as unknown as LoggedEvent]));

it('shows a call at once where it was made and where people look, and soon where it only shortens a line', () => {
  const call = { tokens: [{ id: 7, counterId: 2 }], counters: [{ id: 2, tokenId: 7 }], announceAt: 2 };
  expect(touches(call, [counter(2), BOARD, MANAGER, counter(3), KIOSK, CENTRE])).toEqual([
    true,
    true,
    true,
    'soon',
    'soon',
    false,
  ]);
});

it('lists the calls of boards anew with a call, and with a day or a centre of its own, not with every token', () => {
  const tokens = [{ id: 7, counterId: 2 }];
  const of = (payload: object) => touches(payload, [BOARD_CALLS, BOARD]);
  expect(of({ tokens })).toEqual([false, 'soon']);
  expect(of({ tokens, announceAt: 2 })).toEqual([true, true]);
  expect(of({ hall: { serviceDay: '2026-11-27' } })).toEqual([true, true]);
});

it('shows a slip at once where it prints', () => {
  const issue = { tokens: [{ id: 8, counterId: null }], slip: { kioskId: 1, counterId: null } };
  expect(touches(issue, [KIOSK, { name: 'kiosk', kioskId: 2 }, counter(3)])).toEqual([true, 'soon', 'soon']);
});

it('leaves alone what an event says nothing of', () => {
  expect(touches({ alarm: { key: 'x', level: 1 } }, [counter(1), KIOSK, BOARD])).toEqual([false, false, false]);
});
