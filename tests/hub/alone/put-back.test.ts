import { randomInt } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeOver } from '../../../src/hub/standby/take-over.ts';
import type { AloneToken, GivenLease } from '../../../src/protocol/alone.ts';
import { restoreStore } from '../../../src/store/snapshots/restore.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { takeSnapshot } from '../../../src/store/snapshots/take-snapshot.ts';
import { openStore } from '../../../src/store/store.ts';
import { aloneHall, machine } from '../../support/alone-hall.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { MONDAY_TEN, wishFor } from '../../support/test-hub.ts';

const MINUTE = 60_000;
const KIOSK = machine(1);
const plain = { wish: wishFor('domicile'), sealedCnic: null };

type Alone = Awaited<ReturnType<typeof aloneHall>>;
const heldOf = ({ id, turn }: GivenLease, usedTo = 0) => ({ leaseId: id, turn, usedTo });

/** The hall once more, on the store that is in its folder by then. */
async function again(folder: string) {
  const hall = await aloneHall(undefined, folder);
  hall.clock.turnTo(MONDAY_TEN + 2 * MINUTE);
  const merge = (alone: AloneToken) => hall.done(KIOSK, 'mergeIssue', { ...plain, alone });
  return { ...hall, merge };
}

/** Puts the newest snapshot of a folder back. */
async function restored({ hall, folder, clock }: Alone) {
  hall.close();
  const snapshot = path.join(folder, 'snapshots', snapshotsIn(folder)[0]?.name ?? '');
  restoreStore({ folder, snapshot, migrations: MIGRATIONS, at: clock.at() + MINUTE, actor: 'Ali', draw: () => 9 });
  return again(folder);
}

/** Another hub goes on with a copy that is as old as the newest snapshot, and was fresh. */
async function takenOver({ hall, folder, clock }: Alone, at = clock.at() + MINUTE) {
  hall.close();
  const snapshot = path.join(folder, 'snapshots', snapshotsIn(folder)[0]?.name ?? '');
  restoreStore({ folder, snapshot, migrations: MIGRATIONS, at: clock.at() - MINUTE, actor: 'Ali', draw: () => 9 });
  const store = openStore({ folder, migrations: MIGRATIONS, centreId: null, newHubId: '', now: clock.at() });
  const order = { by: 'Sana', at, silentMs: 0, isWhole: false, isByHand: true, leap: 0, seen: [] };
  takeOver(store, { ...order, draw: randomInt });
  store.close();
  return again(folder);
}

describe('a lease of a store that was put back since', () => {
  it('is one that the hub does not know: what was given by it counts once, and new ones carry another letter', async () => {
    const before = await aloneHall();
    const early = await before.leaseFor(KIOSK);
    takeSnapshot(before.hall.store.file, before.clock.at());
    const lost = await before.leaseFor(KIOSK);
    expect(lost.id).not.toBe(early.id);
    const { leaseFor, given, merge } = await restored(before);
    expect(await merge(given(lost, 201))).toMatchObject({ label: 'A1-201' });
    expect(await merge(given(lost, 201))).toEqual({ refused: 'leaseUsed' });
    const fresh = await leaseFor(KIOSK, heldOf(lost, 201));
    expect(fresh.mark).not.toBe('');
    expect(await merge(given(fresh, fresh.firstNumber))).toMatchObject({
      label: `A${fresh.mark}1-${fresh.firstNumber}`,
    });
  });

  it('is one that the hub knows as it was before its last turns: what was given by them counts too', async () => {
    const before = await aloneHall();
    const early = await before.leaseFor(KIOSK);
    takeSnapshot(before.hall.store.file, before.clock.at());
    const later = await before.leaseFor(KIOSK, heldOf(early, 150));
    expect(later).toMatchObject({ id: early.id, turn: 2, lastNumber: 350 });
    const { given, merge } = await restored(before);
    expect(await merge(given(later, 151))).toMatchObject({ label: 'A1-151' });
    // Above the block that the hub knows of.
    expect(await merge(given(later, 301))).toMatchObject({ label: 'A1-301' });
  });

  it('is none of which nobody ever heard, whatever its machine says of when it heard the hub', async () => {
    const before = await aloneHall();
    const lease = await before.leaseFor(KIOSK);
    takeSnapshot(before.hall.store.file, before.clock.at());
    const { given, merge } = await restored(before);
    const madeUp = { ...lease, id: 'made up' };
    const refused = { refused: 'leaseRefused' };
    expect(await merge(given(madeUp, 5, { contact: { at: MONDAY_TEN + 90_000, queueAt: 90_000 } }))).toEqual(refused);
    expect(await merge(given(madeUp, 5, { contact: { at: 1, queueAt: -1e15 }, at: 1 }))).toEqual(refused);
    const old = MONDAY_TEN - 13 * 60 * MINUTE;
    expect(await merge(given(madeUp, 5, { contact: { at: old, queueAt: 0 } }))).toEqual(refused);
    expect(await merge(given({ ...madeUp, serviceDay: '2026-11-20' }, 5))).toEqual(refused);
  });

  it('leads to no number twice where another hub went on that had not been told of it', async () => {
    const before = await aloneHall();
    takeSnapshot(before.hall.store.file, before.clock.at());
    const lost = await before.leaseFor(KIOSK);
    const { leaseFor, given, merge } = await takenOver(before);
    const fresh = await leaseFor(KIOSK, heldOf(lost, 3));
    expect(fresh.firstNumber).toBeGreaterThan(lost.lastNumber);
    expect(await merge(given(lost, 1))).toMatchObject({ label: 'A1-001' });
    // From here on it is a lease as any other.
    expect(await leaseFor(KIOSK, heldOf(fresh))).toMatchObject({ id: fresh.id, firstNumber: fresh.firstNumber });
  });

  it('counts where the clock of the hub that went on is behind the one that the kiosk goes by', async () => {
    const before = await aloneHall();
    takeSnapshot(before.hall.store.file, before.clock.at());
    const lost = await before.leaseFor(KIOSK);
    const at = before.clock.at() - MINUTE;
    const { given, merge } = await takenOver(before, at);
    expect(await merge(given(lost, 1))).toMatchObject({ label: 'A1-001' });
  });
});
