import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { SMALL_CENTRE } from '../support/centre.ts';
import { MIGRATIONS, ROOT, testFolder } from '../support/folder.ts';
import { operator, testHub } from '../support/test-hub.ts';

// A store of the first schema: tokens waiting, called, parked, done and a no-show, from before there were stages.
it('a store of version 1 opens with everybody in their place, and its log still gives the state', async () => {
  const folder = testFolder();
  cpSync(join(ROOT, 'tests/store/version-1'), folder, { recursive: true });
  const hub = await testHub({ folder, centre: SMALL_CENTRE });
  const ali = operator(hub, 1);
  const view = await ali.see('counter', (one) => one.current !== null);
  expect(view.current).toMatchObject({ state: 'called', stageId: 'desk' });
  expect(view.parked).toHaveLength(1);
  expect(view.waiting).toBe(3);
  const { current } = view;
  await ali.done('start', { tokenId: current?.id ?? 0 });
  await ali.done('finish', { tokenId: current?.id ?? 0, thenCall: false });
  expect(await ali.done('call', {})).toMatchObject({ label: expect.stringMatching(/^[AB]-00\d$/) });
  await hub.close();
  const db = openReadOnly(hub.storeFile);
  expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
  db.close();
  expect(readdirSync(join(folder, 'snapshots')).some((name) => name.startsWith('before-1-'))).toBe(true);
});
