import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { readKey } from '../../../src/store/files/key-file.ts';
import { firstBadSeq } from '../../../src/store/log/event-log.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { bookingWith, pushBookings, PUSH_SECRET } from '../../support/bookings/bookings.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { MIGRATIONS, ROOT, testFolder } from '../../support/folder.ts';
import { fileApplications } from '../../support/filed.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const DAY_MS = 86_400_000;
const AMINA = '3520212345671';
const BILAL = '3520212345689';

const manager = (hub: { readonly url: string }) => join(hub, { screen: 'manager', name: 'Nadia' });

/** What a store holds, read beside the hub. */
function inStore<T>(hub: { readonly storeFile: string }, sql: string): T[] {
  const db = openReadOnly(hub.storeFile);
  const rows = db.prepare<[], T>(sql).all();
  db.close();
  return rows;
}

/** The store's log is whole, and its tables are what it gives. */
function expectWhole({ storeFile, folder }: { readonly storeFile: string; readonly folder: string }): void {
  const db = openReadOnly(storeFile);
  expect([firstBadSeq(db, readKey(folder, 'chain')), tablesThatDiffer(db, MIGRATIONS)]).toEqual([undefined, []]);
  db.close();
}

describe('the night', () => {
  it('lets go of what is old, logs counts alone, checks the log, and leaves a store that its log gives', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const csvFolder = testFolder();
    const feeds = { pull: null, pushSecret: PUSH_SECRET, csvFolder };
    const hub = await testHub({ clock, feeds, centre: JOURNEY_CENTRE });
    const screen = kiosk(hub);
    await screen.done('issue', { ...wishFor('fine'), cnic: BILAL });
    await pushBookings(
      hub,
      [
        bookingWith(),
        bookingWith({
          sourceId: 'LHR-0002',
          cnic: '3520212345697',
          slotAt: '2027-01-20T10:00:00+05:00',
          name: 'Later',
        }),
      ],
      clock.at(),
    );
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    await operator(hub, 1).done('call', {});
    expect(inStore(hub, 'SELECT id FROM person')).toHaveLength(3);
    mkdirSync(path(csvFolder, 'done'));
    for (const name of ['old.csv', '.half.csv', 'new.csv']) writeFileSync(path(csvFolder, 'done', name), AMINA);
    // A power cut leaves half of a copy.
    for (const name of ['old.csv', '.half.csv']) {
      utimesSync(path(csvFolder, 'done', name), MONDAY_TEN / 1_000, MONDAY_TEN / 1_000);
    }
    utimesSync(path(csvFolder, 'done', 'new.csv'), MONDAY_TEN / 1_000 + 40 * 86_400, MONDAY_TEN / 1_000 + 40 * 86_400);

    clock.turnTo(MONDAY_TEN + 40 * DAY_MS);
    // The screen says when the night is over.
    const boss = manager(hub);
    const { keeping } = await boss.see('manager', (view) => view.keeping.verified !== null);
    expect(keeping.verified).toMatchObject({ badSeq: null });
    expect(keeping.forgotten).toMatchObject({ persons: 2, calls: 1, bookingFiles: 2, faults: 0, feedback: 0 });
    expect(keeping.forgotten?.commands).toBeGreaterThanOrEqual(3);
    expect(inStore(hub, 'SELECT name FROM person')).toEqual([{ name: 'Later' }]);
    expect(inStore(hub, 'SELECT * FROM call')).toEqual([]);
    expect(readdirSync(path(csvFolder, 'done'))).toEqual(['new.csv']);
    const logged = inStore<{ payload: string }>(hub, "SELECT payload FROM event WHERE kind = 'forget'");
    const counted = logged.flatMap(({ payload }) => Object.entries((JSON.parse(payload) as { about: object }).about));
    expect(counted.map(([what]) => what)).toEqual(['bookingFiles', 'persons', 'commands', 'calls']);
    expect(counted.every(([, count]) => typeof count === 'number')).toBe(true);
    expectWhole(hub);
  });

  it('keeps a citizen whose application is open, and one who was here within the days that the centre sets', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const retention = { personDays: 3, bookingFileDays: 0, commandDays: 7, faultDays: 7, callDays: 7, feedbackDays: 7 };
    const hub = await testHub({ clock, centre: { ...JOURNEY_CENTRE, retention } });
    await fileApplications(hub, 'domicile', 1);
    const screen = kiosk(hub);
    await screen.done('issue', { ...wishFor('domicile'), cnic: AMINA });
    clock.turnTo(MONDAY_TEN + 2 * DAY_MS);
    const boss = manager(hub);
    const night = (at: number) => boss.see('manager', ({ keeping }) => (keeping.verified?.at ?? 0) >= at);
    expect((await night(MONDAY_TEN + 2 * DAY_MS)).keeping.forgotten).toMatchObject({ persons: 0 });
    clock.turnTo(MONDAY_TEN + 5 * DAY_MS);
    expect((await night(MONDAY_TEN + 5 * DAY_MS)).keeping.forgotten).toMatchObject({ persons: 1 });
    expectWhole(hub);
  });
});

describe('a citizen who asks', () => {
  it('is found by CNIC, by the manager alone, and forgotten for good without a break in the chain', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock, feeds: { pull: null, pushSecret: PUSH_SECRET, csvFolder: null } });
    await pushBookings(hub, [bookingWith()], clock.at());
    const screen = kiosk(hub);
    await screen.done('issue', { ...wishFor('fine'), cnic: AMINA });
    const boss = manager(hub);
    await boss.ask('takeSnapshot', {});
    expect(await boss.ask('findSubject', { cnic: '35202-1234567-1' })).toMatchObject({
      ok: true,
      value: {
        name: 'Amina Bibi',
        hasPhone: true,
        tokens: [{ label: 'B-001', serviceDay: '2026-11-23', serviceId: 'fine' }],
        bookings: [{ sourceId: 'LHR-0001', status: 'booked', serviceId: 'domicile' }],
        applications: [],
      },
    });
    for (const other of [screen, operator(hub, 1), join(hub, { screen: 'board', hallId: null })]) {
      expect(await other.ask('findSubject', { cnic: AMINA })).toMatchObject({
        ok: false,
        error: { code: 'notAllowed' },
      });
    }
    expect(await operator(hub, 1).send('eraseSubject', { cnic: AMINA })).toMatchObject({ ok: false });

    const [{ id } = { id: '' }] = inStore<{ id: string }>(hub, 'SELECT id FROM person');
    await boss.done('eraseSubject', { cnic: AMINA });
    expect(await boss.ask('findSubject', { cnic: AMINA })).toMatchObject({
      ok: false,
      error: { code: 'unknownSubject' },
    });
    expect(await boss.send('eraseSubject', { cnic: AMINA })).toMatchObject({ ok: false });
    const [event] = inStore<{ payload: string; actor: string }>(
      hub,
      "SELECT payload, actor FROM event WHERE kind = 'eraseSubject'",
    );
    expect([event?.actor, JSON.parse(event?.payload ?? '')]).toEqual(['Nadia', { about: { personId: id } }]);
    // Nothing of it lies in the store or in its write-ahead log either, while the hub goes on.
    const files = () => ['markaz.db', 'markaz.db-wal'].map((name) => readFileSync(path(hub.folder, name)));
    await expect.poll(() => files().some((bytes) => bytes.includes('Amina Bibi')), { timeout: 15_000 }).toBe(false);
    // The token stays where it was, and the counter serves it.
    await operator(hub, 1).done('openCounter', { operator: 'Ali' });
    expect(await operator(hub, 1).done('call', {})).toMatchObject({ label: 'B-001' });
    await hub.close();
    expectWhole(hub);
    const [snapshot = ''] = readdirSync(path(hub.folder, 'snapshots'));
    expect(inStore({ storeFile: path(hub.folder, 'snapshots', snapshot) }, 'SELECT id FROM person')).toEqual([]);
    const verify = path(ROOT, 'scripts/verify/verify.ts');
    expect(spawnSync(process.execPath, [verify, '--data', hub.folder]).status).toBe(0);
  });
});

describe('what screens saw', () => {
  it('shows that a store was put back by hand, and lets its numbers go on above those that were given', async () => {
    const folder = testFolder();
    const hub = await testHub({ folder });
    const screen = kiosk(hub);
    for (const _ of [1, 2, 3]) await screen.done('issue', wishFor('fine'));
    await manager(hub).ask('takeSnapshot', {});
    for (const _ of [4, 5]) await screen.done('issue', wishFor('fine'));
    const [stamp, mark] = await new Promise<
      [{ seq: number; hash: string; at: number }, { serviceDay: string; numbers: object }]
    >((resolve) => void screen.socket.once('pulse', (...args) => resolve(args as never)));
    expect(mark).toMatchObject({ serviceDay: '2026-11-23', numbers: { B: 5 } });
    await hub.close();
    // Somebody who does not know of npm run restore.
    const [snapshot = ''] = readdirSync(path(folder, 'snapshots'));
    copyFileSync(path(folder, 'snapshots', snapshot), path(folder, 'markaz.db'));
    rmSync(path(folder, 'anchor.json'));

    const back = await testHub({ folder });
    const boss = manager(back);
    const witness = kiosk(back);
    const head = { seq: stamp.seq, hash: stamp.hash, at: stamp.at, day: mark.serviceDay };
    expect(await witness.ask('tellSeen', { head, numbers: mark.numbers })).toMatchObject({ ok: true });
    const told = await boss.see('manager', ({ keeping }) => keeping.contradictions.length > 0);
    expect(told.keeping.contradictions).toMatchObject([{ device: 'kiosk-1', seq: stamp.seq }]);
    const { label = '' } = await witness.done('issue', wishFor('fine'));
    expect(Number(label.slice(2))).toBeGreaterThan(5);
    // A series that is none of ours, and a number that would use a series up, are heard and change nothing.
    await witness.ask('tellSeen', { head, numbers: { X: 40, A: 9_000 } });
    expect(await witness.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-001' });
    await back.close();
    expectWhole({ ...back, folder });
  });

  it('is no contradiction where the log has gone on, or says itself that it was put back', async () => {
    const folder = testFolder();
    const hub = await testHub({ folder });
    const screen = kiosk(hub);
    await screen.done('issue', wishFor('fine'));
    await manager(hub).ask('takeSnapshot', {});
    await screen.done('issue', wishFor('fine'));
    const [stamp] = await new Promise<[{ seq: number; hash: string; at: number }]>(
      (resolve) => void screen.socket.once('pulse', (...args) => resolve(args as never)),
    );
    const head = { seq: stamp.seq, hash: stamp.hash, at: stamp.at, day: '2026-11-23' };
    await screen.ask('tellSeen', { head, numbers: {} });
    expect((await manager(hub).see('manager', () => true)).keeping.contradictions).toEqual([]);
    const restore = (...args: string[]) =>
      spawnSync(process.execPath, [path(ROOT, 'scripts/restore/restore.ts'), '--data', folder, ...args], {
        encoding: 'utf8',
      });
    expect(restore('--from', 'newest')).toMatchObject({ status: 1, stderr: expect.stringContaining('inUse') });
    await hub.close();
    expect(restore()).toMatchObject({ status: 2 });
    expect(restore('--from', 'newest')).toMatchObject({ status: 0, stdout: expect.stringMatching(/\d later events/) });
    const back = await testHub({ folder });
    await kiosk(back).ask('tellSeen', { head, numbers: { B: 2 } });
    const view = await manager(back).see('manager', () => true);
    expect(view.keeping.contradictions).toEqual([]);
    expect(view.keeping.restored).toMatchObject({
      untilDay: expect.stringMatching(/^20/),
      mark: expect.stringMatching(/^[A-Z]$/),
    });
    expect(await kiosk(back).done('issue', wishFor('fine'))).toMatchObject({
      label: `B${view.keeping.restored?.mark}-001`,
    });
  });
});

describe('copies', () => {
  it('that cannot be taken are told to the manager and in the log, and the hall goes on', async () => {
    const hub = await testHub();
    writeFileSync(path(hub.folder, 'snapshots'), 'no folder');
    const boss = manager(hub);
    expect(await boss.ask('takeSnapshot', {})).toMatchObject({ ok: false, error: { code: 'snapshotFailed' } });
    await boss.see('manager', ({ keeping }) => keeping.trouble === 'failed' && !keeping.isTaking);
    expect(await kiosk(hub).done('issue', wishFor('fine'))).toMatchObject({ label: 'B-001' });
    expect(inStore(hub, "SELECT kind FROM event WHERE kind = 'snapshotFailed'")).toHaveLength(1);
    rmSync(path(hub.folder, 'snapshots'));
    await boss.ask('takeSnapshot', {});
    await boss.see('manager', ({ keeping }) => keeping.trouble === null && keeping.snapshots.length === 1);
    expect(await boss.ask('restore', { name: 'any' })).toMatchObject({ error: { code: 'restoreNotHere' } });
  });
});

describe('the slip of the day’s close', () => {
  it('carries the head of the log out of the house, and is logged', async () => {
    const hub = await testHub({ centre: SMALL_CENTRE });
    const screen = kiosk(hub);
    await screen.done('issue', wishFor('fine'));
    await screen.see('kiosk', (view) => view.slips[0]?.outcome === 'confirmed');
    const boss = manager(hub);
    const answer = (await boss.ask('printDayClose', { place: { kioskId: 1 } })) as unknown as {
      value: { seq: number; hash: string };
    };
    expect(answer).toMatchObject({ ok: true, value: { outcome: 'confirmed', seq: 3 } });
    expect(existsSync(path(hub.folder, 'slips', 'day-2026-11-23.png'))).toBe(true);
    expect(inStore(hub, "SELECT kind FROM event WHERE kind = 'printDayClose'")).toHaveLength(1);
    const verify = path(ROOT, 'scripts/verify/verify.ts');
    const code = `${answer.value.seq}:${answer.value.hash.slice(0, 16)}`;
    expect(spawnSync(process.execPath, [verify, '--data', hub.folder, '--against', code]).status).toBe(0);
    expect(await boss.ask('printDayClose', { place: { kioskId: 9 } })).toMatchObject({ ok: false });
  });
});
