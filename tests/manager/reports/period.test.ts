import { expect, it } from 'vitest';
import { periodAt, stepPeriod } from '../../../src/manager/reports/period.ts';
import { nextSorting } from '../../../src/manager/reports/sort-rows.ts';

it('spans the week from Monday and the whole month of a day, also over the turn of the year', () => {
  expect(periodAt('week', '2026-01-01')).toEqual({ kind: 'week', fromDay: '2025-12-29', toDay: '2026-01-04' });
  expect(periodAt('month', '2028-02-10')).toEqual({ kind: 'month', fromDay: '2028-02-01', toDay: '2028-02-29' });
  expect(stepPeriod(periodAt('month', '2026-12-31'), 1)).toMatchObject({ fromDay: '2027-01-01', toDay: '2027-01-31' });
  expect(stepPeriod({ kind: 'span', fromDay: '2026-11-03', toDay: '2026-11-05' }, -1)).toMatchObject({
    fromDay: '2026-10-31',
    toDay: '2026-11-02',
  });
});

it('sorts by a column the largest first, then the smallest, then not', () => {
  const first = nextSorting(null, 'waits');
  const second = nextSorting(first, 'waits');
  expect([first?.isDescending, second?.isDescending, nextSorting(second, 'waits')]).toEqual([true, false, null]);
});
