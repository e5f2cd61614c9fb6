import { expect, it } from 'vitest';
import { NOTHING_RUNG, ringFor, type Rung } from '../../../src/manager/wall/alarms/alarm-bell.ts';

/** At which of those moments (seconds) the bell rings, for the alarms that nobody has seen then. */
function ringsAt(moments: readonly (readonly [second: number, unseen: readonly string[]])[]): readonly number[] {
  let rung: Rung = NOTHING_RUNG;
  return moments.flatMap(([second, unseen]) => {
    const turn = ringFor(rung, unseen, second * 1_000);
    rung = turn.rung;
    return turn.rings ? [second] : [];
  });
}

it('rings at once for what is new, and each minute for what nobody has seen', () => {
  const moments = [1, 2, 60, 61, 62, 120, 121].map((second) => [second, ['a']] as const);
  expect(ringsAt([[0, []], ...moments, [122, ['a', 'b']]])).toEqual([1, 61, 121, 122]);
});

it('is still when one of several is seen, and rings for it when it comes again', () => {
  expect(
    ringsAt([
      [0, ['a', 'b']],
      [5, ['b']],
      [10, ['a', 'b']],
      [11, []],
      [200, []],
      [201, ['b']],
    ]),
  ).toEqual([0, 10, 201]);
});
