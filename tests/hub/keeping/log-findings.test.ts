import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { testFolder } from '../../support/folder.ts';
import { issueTokens, openSmall } from '../../support/stores.ts';
import { join, kiosk, MONDAY_TEN, testHub } from '../../support/test-hub.ts';

const DAY_MS = 86_400_000;
const manager = (hub: { readonly url: string }) => join(hub, { screen: 'manager', name: 'Nadia' });

/** A log of which the start looks at the end alone. */
function longStore(): string {
  const folder = testFolder();
  const store = openSmall(folder);
  issueTokens(store, 600);
  store.close();
  return folder;
}

/** Changes a store behind the hub’s back. */
function inStore(folder: string, ...statements: readonly string[]): void {
  const db = openDatabase(path(folder, 'markaz.db'));
  for (const statement of statements) db.exec(statement);
  db.close();
}
const UNCLEAN = 'UPDATE hub SET is_clean_stop = 0';
const actorOf = (name: string) => `UPDATE event SET actor = '${name}' WHERE seq = 5`;

function countOf(folder: string, kind: string): number {
  const db = openDatabase(path(folder, 'markaz.db'));
  const row = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM event WHERE kind = ?').get(kind);
  db.close();
  return row?.n ?? 0;
}

describe('a log that was changed', () => {
  it('is found after a run that did not end cleanly, stands on the wall, and still does after a restart', async () => {
    const folder = longStore();
    inStore(folder, actorOf('nobody'), UNCLEAN);
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ folder, clock });
    const { alarms } = await manager(hub).see('wall', (wall) => wall.alarms.some(({ kind }) => kind === 'logBroken'));
    const told = { kind: 'logBroken', level: 'urgent', detail: '5', sinceAt: MONDAY_TEN, seen: null };
    expect(alarms[0]).toMatchObject(told);
    const view = await manager(hub).see('manager', ({ keeping }) => keeping.verified !== null);
    expect(view.keeping.verified).toEqual({ at: MONDAY_TEN, badSeq: 5 });
    await hub.close();

    clock.turnTo(MONDAY_TEN + 60_000);
    const again = await testHub({ folder, clock });
    const wall = await manager(again).see('wall', () => true);
    expect(wall.alarms[0]).toMatchObject(told);
    await again.close();
  });

  it('is told once, since it was found, and no longer when the whole log was found whole', async () => {
    const folder = longStore();
    const clock = demoClock(MONDAY_TEN, 0);
    inStore(folder, actorOf('nobody'), UNCLEAN);
    // A hub that ends does so when its check has come to an end.
    await (await testHub({ folder, clock })).close();
    inStore(folder, UNCLEAN);
    clock.turnTo(MONDAY_TEN + 60_000);
    await (await testHub({ folder, clock })).close();
    expect(countOf(folder, 'verifyLog')).toBe(1);

    inStore(folder, actorOf('test'), UNCLEAN);
    const hub = await testHub({ folder, clock });
    const { keeping } = await manager(hub).see('manager', (view) => view.keeping.verified?.badSeq === null);
    expect(keeping.verified?.at).toBe(MONDAY_TEN + 60_000);
    await manager(hub).see('wall', ({ alarms }) => alarms.every(({ kind }) => kind !== 'logBroken'));
  });

  it('is not looked for after a clean end', async () => {
    const folder = longStore();
    await (await testHub({ folder })).close();
    expect(countOf(folder, 'verifyLog')).toBe(0);
  });
});

describe('a screen that has seen another log', () => {
  const headAt = (seq: number) => ({ seq, hash: 'f'.repeat(64), at: MONDAY_TEN - 1, day: '2026-11-20' });

  it('is told on the wall, and is not forgotten at a restart', async () => {
    const folder = testFolder();
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ folder, clock });
    await kiosk(hub).ask('tellSeen', { head: headAt(900), numbers: {} });
    const isTold = ({ alarms }: { alarms: readonly { kind: string }[] }) =>
      alarms.some(({ kind }) => kind === 'logContradicted');
    const { alarms } = await manager(hub).see('wall', isTold);
    const told = { kind: 'logContradicted', level: 'urgent', count: 1, sinceAt: MONDAY_TEN };
    expect(alarms[0]).toMatchObject({ ...told, subject: '2026-11-23' });
    await hub.close();

    const again = await testHub({ folder, clock });
    expect((await manager(again).see('wall', () => true)).alarms[0]).toMatchObject(told);
    const { keeping } = await manager(again).see('manager', () => true);
    const found = { device: 'kiosk-1', seq: 900, seenAt: MONDAY_TEN - 1, at: MONDAY_TEN };
    expect(keeping.contradictions).toEqual([found]);
    // Screens let go of what they saw after forty days.
    clock.turnTo(MONDAY_TEN + 39 * DAY_MS);
    await manager(again).see('wall', isTold);
    clock.turnTo(MONDAY_TEN + 41 * DAY_MS);
    await manager(again).see('wall', (wall) => !isTold(wall));
  });

  it('is kept once for each head, and fills no log however much it tells', async () => {
    const hub = await testHub();
    const screen = kiosk(hub);
    for (const seq of [900, 900, 901, 902, 903, 904, 905, 906])
      await screen.ask('tellSeen', { head: headAt(seq), numbers: {} });
    await kiosk(hub, { device: 'kiosk-9' }).ask('tellSeen', { head: headAt(906), numbers: {} });
    const { keeping } = await manager(hub).see('manager', () => true);
    expect(keeping.contradictions.map(({ device, seq }) => [device, seq])).toEqual([
      ...[900, 901, 902, 903, 904].map((seq) => ['kiosk-1', seq]),
      ['kiosk-9', 906],
    ]);
  });
});
