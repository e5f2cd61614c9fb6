import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/domain/random.ts';
import type { AloneToken, GivenLease } from '../../../src/protocol/alone.ts';
import { restoreStore } from '../../../src/store/snapshots/restore.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { takeSnapshot } from '../../../src/store/snapshots/take-snapshot.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { aloneHall, machine } from '../../support/alone-hall.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { MONDAY_TEN, wishFor } from '../../support/test-hub.ts';

const HOUR = 3_600_000;
const KIOSKS = [1, 2, 3] as const;
const PLAIN = { wish: wishFor('domicile'), sealedCnic: null };

type Alone = Awaited<ReturnType<typeof aloneHall>>;

/** A kiosk that goes on alone: its lease, the next number of it, and what it has not told yet. */
interface Kiosk {
  readonly id: number;
  lease: GivenLease | null;
  next: number;
  readonly untold: { readonly label: string; readonly alone: AloneToken }[];
}

const senderOf = ({ id }: Kiosk) => machine(id, id);

/** Halls one after the other on the same folder, put back in between, and kiosks that outlive them. */
async function playRestores(seed: number, restores: number, after: (storeFile: string) => void = () => undefined) {
  const { next } = randomFrom(seed);
  const draw = (count: number) => Math.floor(next() * count);
  const kiosks: Kiosk[] = KIOSKS.map((id) => ({ id, lease: null, next: 0, untold: [] }));
  const inHands: string[] = [];
  const wrong: string[] = [];
  let at: Alone = await aloneHall();
  const { folder } = at;

  function hold(label: string): void {
    if (inHands.includes(label)) wrong.push(`${label} was given twice`);
    inHands.push(label);
  }

  /** A kiosk hears the hub: it takes the lease that it is given, and tells what it gave. */
  async function meet(kiosk: Kiosk): Promise<void> {
    const held = kiosk.lease && { leaseId: kiosk.lease.id, turn: kiosk.lease.turn, usedTo: kiosk.next - 1 };
    const lease = await at.leaseFor(senderOf(kiosk), held);
    if (lease.id !== kiosk.lease?.id) kiosk.next = lease.firstNumber;
    kiosk.lease = lease;
    for (const { label, alone } of kiosk.untold.splice(0)) {
      const told = await at.done(senderOf(kiosk), 'mergeIssue', { ...PLAIN, alone });
      if (told.label !== label) wrong.push(`${label} came back as ${JSON.stringify(told)}`);
    }
  }

  function giveAlone(kiosk: Kiosk): void {
    const { lease } = kiosk;
    if (!lease || kiosk.next > lease.lastNumber) return;
    const alone = at.given(lease, kiosk.next);
    const label = `${alone.series}-${String(kiosk.next).padStart(3, '0')}`;
    kiosk.next += 1;
    hold(label);
    kiosk.untold.push({ label, alone });
  }

  async function work(): Promise<void> {
    for (const kiosk of kiosks) {
      if (draw(2) === 0) await meet(kiosk);
      for (let i = draw(40); i > 0; i -= 1) giveAlone(kiosk);
      if (draw(2) === 0) hold((await at.done(senderOf(kiosk), 'issue', wishFor('domicile'))).label ?? '');
    }
  }

  await work();
  for (let step = 0; step < restores; step += 1) {
    takeSnapshot(at.hall.store.file, MONDAY_TEN + step * HOUR);
    await work();
    at.hall.close();
    const fate = draw(4);
    if (fate === 0) rmSync(path.join(folder, 'markaz.db'));
    if (fate === 1) writeFileSync(path.join(folder, 'markaz.db'), 'damaged');
    const all = snapshotsIn(folder);
    const snapshot = path.join(folder, 'snapshots', all[draw(all.length)]?.name ?? '');
    const order = { folder, snapshot, migrations: MIGRATIONS, at: MONDAY_TEN + 60_000 + step * 1_000, actor: 'Ali' };
    restoreStore({ ...order, draw: () => 0 });
    after(path.join(folder, 'markaz.db'));
    at = await aloneHall(undefined, folder);
    at.clock.turnTo(order.at + 500);
    await work();
  }
  for (const kiosk of kiosks) await meet(kiosk);
  const db = openReadOnly(at.hall.store.file);
  const twice = db
    .prepare(
      "SELECT series || '-' || number AS label FROM token GROUP BY service_day, series, number HAVING count(*) > 1",
    )
    .all();
  db.close();
  at.hall.close();
  return { wrong, twice, given: inHands.length };
}

describe('kiosks that go on alone while old copies are put back', { timeout: 120_000 }, () => {
  it.each([1, 2])('give no number twice, and what they gave counts once (seed %i)', async (seed) => {
    const { wrong, twice, given } = await playRestores(seed, 5);
    expect(given).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
    expect(twice).toEqual([]);
  });

  it('would give some twice without the letter that numbers carry after a restore', async () => {
    const { wrong } = await playRestores(1, 5, (storeFile) => {
      const db = new Database(storeFile);
      db.exec("UPDATE restored SET mark = ''");
      db.close();
    });
    expect(wrong).not.toEqual([]);
  });
});
