import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { openStore } from '../../src/store/store.ts';
import { testFolder } from '../support/folder.ts';

const MIGRATIONS = resolve('migrations');
const NOON = Date.parse('2026-11-23T12:00:00+05:00');
const DAY_MS = 86_400_000;

it('keeps the answers of a clock that stood in 1970 for a while, also over a restart of the hub', () => {
  const folder = testFolder();
  const open = () => openStore({ folder, migrations: MIGRATIONS, centreId: 'small', newHubId: 'hub', now: NOON });
  const answer = { name: 'issue', device: 'kiosk-1', reply: '{}' };
  const ids = [newId(), newId(), newId()];
  const [first = '', second = '', third = ''] = ids;
  const store = open();
  store.commands.add(first, answer, NOON);
  store.commands.add(second, answer, 0);
  store.close();
  const again = open();
  again.commands.add(third, answer, 1_000);
  const old = again.keeping.commands(NOON - DAY_MS, '', 100).filter(({ isOld }) => isOld);
  again.close();
  expect(old).toEqual([]);
});
