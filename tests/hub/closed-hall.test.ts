import { expect, it, onTestFinished, vi } from 'vitest';
import { openHall } from '../../src/hub/hall.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import type { ErrorCode } from '../../src/protocol/error-codes.ts';
import { quietHooks } from '../support/bare-hall.ts';
import { SMALL_CENTRE } from '../support/centre.ts';
import { MIGRATIONS, testFolder } from '../support/folder.ts';
import { MONDAY_TEN } from '../support/test-hub.ts';

it('tells nobody that something is done while another hub may speak, nor when that began while the disk was waited for', async () => {
  const folder = testFolder();
  let closed: ErrorCode | undefined;
  const places = { centre: SMALL_CENTRE, folder, migrations: MIGRATIONS, clock: demoClock(MONDAY_TEN, 0) };
  const hall = openHall(places, { ...quietHooks(folder), closedBy: () => closed });
  onTestFinished(() => hall.close());
  expect(await hall.byCitizen(() => 'done')).toBe('done');
  const ways = [
    (work: () => string) => hall.byCitizen(work),
    (work: () => string) => hall.byApi('key 1', work),
    (work: () => string) => hall.byFeed(work),
  ];
  for (const way of ways) {
    closed = undefined;
    await expect(way(() => ((closed = 'noMajority'), 'done'))).rejects.toThrow('acknowledges nothing');
    await expect(way(() => 'done')).rejects.toThrow('acknowledges nothing');
  }
});

it('stores nothing once it has ended, and makes no noise about it: a slip may come out later', async () => {
  const folder = testFolder();
  const places = { centre: SMALL_CENTRE, folder, migrations: MIGRATIONS, clock: demoClock(MONDAY_TEN, 0) };
  const hall = openHall(places, quietHooks(folder));
  const said = vi.spyOn(console, 'error');
  onTestFinished(() => said.mockRestore());
  expect(await hall.byHub(() => undefined)).toBe(true);
  const last = hall.byHub(() => undefined);
  hall.close();
  expect(await last).toBe(true);
  expect(await hall.byHub(() => undefined)).toBe(false);
  expect(said).not.toHaveBeenCalled();
});
