import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreStore } from '../../../src/store/snapshots/restore.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { takeSnapshot } from '../../../src/store/snapshots/take-snapshot.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { hubWithStandby } from '../../support/standby.ts';
import { kiosk, wishFor } from '../../support/test-hub.ts';

const IN_TIME = { timeout: 20_000 };

it('says that it follows no more once its hub was put back, also when that has come further again', async () => {
  const { hub, standby, stopHub, startAgain } = await hubWithStandby();
  const { folder } = hub;
  takeSnapshot(hub.storeFile, Date.now());
  const before = kiosk(hub);
  for (let i = 0; i < 12; i += 1) await before.done('issue', wishFor('domicile'));
  await expect.poll(() => standby.state().behind, IN_TIME).toBe(0);
  await stopHub();
  const snapshot = join(folder, 'snapshots', snapshotsIn(folder)[0]?.name ?? '');
  restoreStore({ folder, snapshot, migrations: MIGRATIONS, at: Date.now(), actor: 'Ali', draw: () => 9 });
  const again = await startAgain();
  await expect.poll(() => standby.state().isOtherLog, IN_TIME).toBe(true);
  const copied = standby.state().seq;
  const after = kiosk(again);
  for (let i = 0; i < 30; i += 1) await after.done('issue', wishFor('domicile'));
  await expect.poll(() => standby.state().behind, IN_TIME).toBeGreaterThan(0);
  expect(standby.state()).toMatchObject({ isOtherLog: true, seq: copied });
});
