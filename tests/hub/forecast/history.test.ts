import { join as path } from 'node:path';
import { expect, it } from 'vitest';
import { historyReader } from '../../../src/hub/forecast/history.ts';
import { learn } from '../../../src/hub/forecast/knowledge.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { readEvents } from '../../../src/store/log/event-log.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Ten in the morning, after the service day's beginning at four. */
const TEN = 6 * HOUR;

/** A counter that serves one citizen for ten minutes, and leaves `pauseMs` after them. */
async function dayOfOne(pauseMs: number) {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ clock });
  const ali = operator(hub, 1);
  await kiosk(hub).done('issue', wishFor('domicile'));
  await ali.done('openCounter', { operator: 'Ali' });
  clock.turnTo(MONDAY_TEN + 20 * MINUTE);
  const { tokenId = 0 } = await ali.done('call', {});
  await ali.done('start', { tokenId });
  clock.turnTo(MONDAY_TEN + 30 * MINUTE);
  await ali.done('finish', { tokenId, thenCall: false });
  clock.turnTo(clock.at() + pauseMs);
  await ali.done('closeCounter', {});
  await hub.close();
  const db = openReadOnly(path(hub.folder, 'markaz.db'));
  const reader = historyReader(SMALL_CENTRE);
  for (const event of readEvents(db)) reader.read(event);
  db.close();
  return reader.history();
}

it('thinks that a counter which closed on its last citizen had stopped calling half-way through them', async () => {
  const { spans, occupations } = await dayOfOne(MINUTE);
  expect(spans.get('2026-11-23')?.get(1)).toEqual([[TEN, TEN + (20 + 11 / 2) * MINUTE]]);
  expect(occupations).toMatchObject([{ hour: 10, ms: 10 * MINUTE }]);
});

it('believes the closing of a counter that had nobody to call', async () => {
  const { spans } = await dayOfOne(15 * MINUTE);
  expect(spans.get('2026-11-23')?.get(1)).toEqual([[TEN, TEN + 45 * MINUTE]]);
});

it('holds a counter with a citizen against days on which it was open when it called them', async () => {
  const history = await dayOfOne(15 * MINUTE);
  const knowledge = learn(SMALL_CENTRE, history, 0, '2026-11-30');
  const now = TEN + 50 * MINUTE;
  expect(knowledge.plansOf(1, '2026-11-30', now, true, now - 10 * MINUTE)).toEqual([[]]);
  expect(knowledge.plansOf(1, '2026-11-30', now, true)).toEqual([[[0, 30 * MINUTE]]]);
});
