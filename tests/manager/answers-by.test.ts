import { expect, it } from 'vitest';
import { answersBy } from '../../src/manager/feedback/answers-by.ts';

it('answers are added up by what they are about, the least content first', () => {
  const of = (serviceId: string, counterId: number, face: 'good' | 'fair' | 'bad', count: number) => ({
    serviceId,
    counterId,
    face,
    count,
  });
  const counts = [of('domicile', 1, 'good', 3), of('domicile', 2, 'bad', 1), of('fine', 2, 'fair', 2)];
  expect(answersBy(counts, ({ serviceId }) => serviceId)).toEqual([
    { key: 'fine', counts: { good: 0, fair: 2, bad: 0 }, goodShare: 0 },
    { key: 'domicile', counts: { good: 3, fair: 0, bad: 1 }, goodShare: 0.75 },
  ]);
  expect(answersBy(counts, ({ counterId }) => String(counterId)).map(({ key, goodShare }) => [key, goodShare])).toEqual(
    [
      ['2', 0],
      ['1', 1],
    ],
  );
});
