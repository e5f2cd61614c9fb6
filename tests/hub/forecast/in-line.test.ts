import { expect, it } from 'vitest';
import { inLine } from '../../../src/hub/forecast/in-line.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { hallReads } from '../../../src/store/hall-reads.ts';
import { hubWith, MINUTE, phonesOf } from '../../support/http/phones.ts';
import { kiosk, operator, wishFor } from '../../support/test-hub.ts';

it('a forecast counts those who stepped away with the wait that they will have, and nobody who is parked', async () => {
  const { hub, clock, keyOf } = await hubWith();
  const citizen = kiosk(hub);
  for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
  clock.turnTo(clock.at() + 4 * MINUTE);
  const later = await fetch(`${phonesOf(hub)}/api/tokens/${keyOf(2)}/later`, { method: 'POST' });
  expect(later.status).toBe(200);
  const ali = operator(hub, 1);
  await ali.done('openCounter', { operator: 'Ali' });
  await ali.done('call', {});
  await ali.done('park', { tokenId: 1, returnMinutes: null });
  await ali.see('counter', (view) => view.parked.length === 2);
  const db = openReadOnly(hub.storeFile);
  const reads = hallReads(db);
  const now = { at: clock.at(), queueAt: ali.stamp('counter')?.queueAt ?? 0 };
  const rows = inLine(reads, now);
  expect(rows.map(({ id }) => id)).toEqual([3, 2]);
  const [still, away] = rows;
  // Both came in the same moment; the one who went has ten minutes less.
  expect((away?.waitingSince ?? 0) - (still?.waitingSince ?? 0)).toBe(10 * MINUTE);
  db.close();
});
