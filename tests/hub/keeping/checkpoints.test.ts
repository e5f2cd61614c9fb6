import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

const DUE_PAGES = 4_000;

it('the log of the store is written back by a thread of its own, though nothing more is written to it', async () => {
  const hub = await testHub({ centre: SMALL_CENTRE });
  const db = openDatabase(hub.storeFile);
  const notWrittenBack = (): number => {
    const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = db.pragma('wal_checkpoint(NOOP)') as {
      readonly log: number;
      readonly checkpointed: number;
    }[];
    return log - checkpointed;
  };
  const citizen = kiosk(hub);
  // The hub itself does it at 1,000 pages until it has seen some work, and then never: it is left with more than is due,
  // unless the thread was there first.
  let before = 0;
  for (let i = 0; before < DUE_PAGES && (i < 300 || notWrittenBack() >= before); i += 1) {
    before = notWrittenBack();
    await citizen.done('issue', wishFor('domicile'));
  }
  expect(before).toBeGreaterThan(DUE_PAGES / 2);
  await expect.poll(notWrittenBack, { timeout: 10_000 }).toBeLessThan(DUE_PAGES);
  db.close();
});
