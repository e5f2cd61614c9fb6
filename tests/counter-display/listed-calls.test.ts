import { expect, it } from 'vitest';
import { listedCalls } from '../../src/counter-display/listed-calls.ts';
import type { Call } from '../../src/counter-display/voice/announcer.ts';
import type { BoardView } from '../../src/protocol/views/views.ts';

const call = (seq: number): Call => ({
  seq,
  label: `A-${seq}`,
  counterId: 1,
  serviceId: 'fine',
  language: 'ur',
  at: seq,
});
const listed = (newest: readonly number[], others: readonly number[]) =>
  listedCalls({ calls: newest.map(call) } as unknown as BoardView, { calls: others.map(call) }).map(({ seq }) => seq);

it('lists each call once: the newest, then those that come more rarely', () => {
  expect(listed([9, 8, 7], [8, 7, 6, 5])).toEqual([9, 8, 7, 6, 5]);
  expect(listed([9, 8, 7], [])).toEqual([9, 8, 7]);
});

it('lists nothing of a list that is older than what it is told now: of yesterday, or of another hub', () => {
  expect(listed([], [8, 7])).toEqual([]);
  expect(listed([3, 1], [8, 2, 0])).toEqual([3, 1, 0]);
});
