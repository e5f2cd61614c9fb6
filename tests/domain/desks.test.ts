import { expect, it } from 'vitest';
import { deskOf, desksOf } from '../../src/domain/desks.ts';
import { lahore } from '../support/lahore.ts';

const centre = lahore();

it('has a desk for each service, in their order, and one for the stage that the cash counters do for all', () => {
  const ids = desksOf(centre).map(({ id }) => id);
  expect(ids).toEqual([...centre.services.map(({ id }) => id), 'fee-payment@cash']);
});

it('stands in the hall of its counters, wherever its citizens came from', () => {
  expect(deskOf(centre, 'domicile/filing')).toEqual({ id: 'domicile', hallId: 'hall-1' });
  expect(deskOf(centre, 'domicile/fee-payment')).toEqual({ id: 'fee-payment@cash', hallId: 'hall-2' });
  expect(deskOf(centre, 'gone/desk').id).toBe('gone/desk');
});
