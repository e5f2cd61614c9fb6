import { join as path } from 'node:path';
import { expect, it } from 'vitest';
import type { Centre } from '../../../src/domain/centre.ts';
import { historyReader } from '../../../src/hub/forecast/history.ts';
import { learn } from '../../../src/hub/forecast/knowledge.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { readEvents } from '../../../src/store/log/event-log.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Ten in the morning, after the service day's beginning at four. */
const TEN = 6 * HOUR;

/** What the log of a hub teaches; the hub is closed. */
async function historyOf(hub: Awaited<ReturnType<typeof testHub>>, centre: Centre) {
  await hub.close();
  const db = openReadOnly(path(hub.folder, 'markaz.db'));
  const reader = historyReader(centre);
  for (const event of readEvents(db)) reader.read(event);
  db.close();
  return reader.history();
}

/**
 * A counter that serves one citizen for ten minutes, and leaves `pauseMs` after them. They wait when it opens; with
 * `reactionMs` they come so long before they are called.
 */
async function dayOfOne(pauseMs: number, reactionMs?: number) {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ clock });
  const ali = operator(hub, 1);
  const come = () => kiosk(hub).done('issue', wishFor('domicile'));
  if (reactionMs === undefined) await come();
  await ali.done('openCounter', { operator: 'Ali' });
  clock.turnTo(MONDAY_TEN + 20 * MINUTE - (reactionMs ?? 0));
  if (reactionMs !== undefined) await come();
  clock.turnTo(MONDAY_TEN + 20 * MINUTE);
  const { tokenId = 0 } = await ali.done('call', {});
  await ali.done('start', { tokenId });
  clock.turnTo(MONDAY_TEN + 30 * MINUTE);
  await ali.done('finish', { tokenId, thenCall: false });
  clock.turnTo(clock.at() + pauseMs);
  await ali.done('closeCounter', {});
  return historyOf(hub, SMALL_CENTRE);
}

it('thinks that a counter which closed on its last citizen had stopped calling half-way through them', async () => {
  const { spans, occupations } = await dayOfOne(MINUTE);
  expect(spans.get('2026-11-23')?.get(1)).toEqual([[TEN, TEN + (20 + 11 / 2) * MINUTE]]);
  expect(occupations).toMatchObject([{ hour: 10, ms: 10 * MINUTE }]);
});

it('sees how long an operator with nobody to call took to see somebody come', async () => {
  const { reactionsMs } = await dayOfOne(MINUTE, 40_000);
  expect(reactionsMs).toEqual([40_000]);
  const { reactionsMs: none } = await dayOfOne(MINUTE);
  expect(none).toEqual([]);
});

it('believes the closing of a counter that had nobody to call', async () => {
  const { spans } = await dayOfOne(15 * MINUTE);
  expect(spans.get('2026-11-23')?.get(1)).toEqual([[TEN, TEN + 45 * MINUTE]]);
});

it('holds a counter with a citizen against days on which it was open when it called them', async () => {
  const history = await dayOfOne(15 * MINUTE);
  const now = TEN + 50 * MINUTE;
  const knowledge = learn(SMALL_CENTRE, history, 0, { day: '2026-11-30', msOfDay: now });
  expect(knowledge.plansOf(1, '2026-11-30', now, true, now - 10 * MINUTE)).toEqual([[]]);
  expect(knowledge.plansOf(1, '2026-11-30', now, true)).toEqual([[[0, 30 * MINUTE]]]);
});

it('learns nothing of usual days from one on which nobody came', async () => {
  const history = await dayOfOne(MINUTE);
  const rateWith = (days: readonly string[]) =>
    learn(SMALL_CENTRE, { ...history, days }, 0, { day: '2026-11-30', msOfDay: 5 * HOUR }).arrivalsAt(
      history.arrivals[0]?.queueId ?? '',
      history.arrivals[0]?.targetMs ?? 0,
      TEN,
    );
  expect(rateWith(['2026-11-23', '2026-11-26'])).toBe(rateWith(['2026-11-23']));
  expect(rateWith(['2026-11-23'])).toBeGreaterThan(0);
});

it('counts who went on at the same counter, of those who could', async () => {
  const hub = await testHub({ centre: JOURNEY_CENTRE });
  const ali = operator(hub, 1);
  await ali.done('openCounter', { operator: 'Ali' });
  for (const stay of [true, false]) {
    await kiosk(hub).done('issue', wishFor('domicile'));
    const { tokenId = 0 } = await ali.done('call', {});
    await ali.done('start', { tokenId });
    await ali.done('finish', { tokenId, thenCall: false, stay });
    if (stay) await ali.done('endVisit', { tokenId, reason: 'gaveUp' });
  }
  expect((await historyOf(hub, JOURNEY_CENTRE)).stays).toEqual({ stayed: 1, could: 2 });
});
