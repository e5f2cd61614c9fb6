import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

const DUE_PAGES = 500;

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
  // The hub itself does it at 1,000 pages, or never: it is left with more than is due.
  for (let i = 0; i < 600 && (i < 300 || notWrittenBack() < DUE_PAGES); i += 1) {
    await citizen.done('issue', wishFor('domicile'));
  }
  await expect.poll(notWrittenBack, { timeout: 10_000 }).toBeLessThan(DUE_PAGES);
  db.close();
});
