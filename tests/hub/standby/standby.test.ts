import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Era } from '../../../src/domain/era.ts';
import { pairingFile } from '../../../src/hub/standby/run-standby.ts';
import { NUMBER_GAP } from '../../../src/hub/standby/take-over.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { kioskMachine } from '../../support/alone.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { approved } from '../../support/staff.ts';
import { hubWithStandby } from '../../support/standby.ts';
import { join, kiosk, wishFor } from '../../support/test-hub.ts';

const IN_TIME = { timeout: 20_000 };
/** Where the other hub is not reached, a standby leaves out as many epochs as its number among the machines. */
const AFTER_GONE = 3;

/** What is in two stores alike: the log, and what goes with it. */
function contents(file: string) {
  const db = openReadOnly(file);
  const all = (sql: string) => db.prepare(sql).all();
  const read = {
    events: all('SELECT * FROM event ORDER BY seq'),
    persons: all('SELECT * FROM person ORDER BY id'),
    secrets: all('SELECT * FROM staff_secret ORDER BY staff_id'),
    sessions: all('SELECT * FROM session ORDER BY key_hash'),
    differ: tablesThatDiffer(db, MIGRATIONS),
  };
  db.close();
  return read;
}

describe('a standby', () => {
  it('follows the log with all that goes with it, and the manager sees how far it has come', async () => {
    const { hub, manager, standby, folder, address } = await hubWithStandby();
    const citizen = kiosk(hub);
    for (let i = 0; i < 30; i += 1) {
      await citizen.done('issue', { ...wishFor('domicile'), ...(i === 7 ? { cnic: '3520212345671' } : {}) });
    }
    // Thirty tokens, and what became of each slip: on a busy machine slips are still drawn when the tokens are long there.
    await expect.poll(() => standby.state().seq, IN_TIME).toBeGreaterThan(62);
    await expect.poll(() => standby.state().behind, IN_TIME).toBe(0);
    const view = await manager.see('manager', ({ keeping }) => keeping.standbys[0]?.behind === 0);
    expect(view.keeping.standbys).toMatchObject([{ name: 'Standby', address }]);
    expect(standby.state()).toMatchObject({ isLinked: true, trouble: null, managers: [{ id: 1, name: 'Sana' }] });
    await standby.close();
    await hub.close();
    const [own, copy] = [contents(hub.storeFile), contents(`${folder}/markaz.db`)];
    expect(copy.events).toEqual(own.events.slice(0, copy.events.length));
    expect(copy.events.length).toBeGreaterThan(own.events.length - 3);
    expect(copy.persons).toEqual(own.persons);
    expect(copy.secrets).toEqual(own.secrets);
    expect(copy.differ).toEqual([]);
  });

  it('takes over where the other hub is reached: that one ends, nothing is missing, and its numbers go on', async () => {
    const { hub, session, takeOver, asHub } = await hubWithStandby();
    const citizen = kiosk(hub);
    const id = '01900000-0000-7000-8000-000000000001';
    const first = await citizen.send('issue', wishFor('domicile'), id);
    expect(first).toMatchObject({ result: { label: 'A-001' } });
    expect(await takeOver({ secondPin: '111222' })).toMatchObject({ ok: false, error: { code: 'wrongPin' } });
    expect(await takeOver({ endsOther: false })).toMatchObject({ ok: false, error: { code: 'badCommand' } });
    expect(await takeOver({})).toMatchObject({ ok: true });
    const next = await asHub();
    expect(next).toMatchObject({ epoch: 2, by: 'Sana' });
    // The old one acknowledges nothing more, whoever asks.
    await expect.poll(() => citizen.socket.connected).toBe(false);
    const late = join(hub, { screen: 'kiosk', kioskId: 1, device: 'late' });
    await expect.poll(() => late.socket.connected).toBe(false);
    const there = kiosk(next.hub);
    // A repeat gets the answer that the other hub gave; nobody has to sign in again.
    expect(await there.send('issue', wishFor('domicile'), id)).toMatchObject({ result: { label: 'A-001' } });
    expect(await there.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-002' });
    const manager = join(next.hub, { screen: 'manager', session });
    await manager.see('manager', () => true);
  });

  it('takes over where the other hub is gone: every series goes on above a gap, and the old one stands by when it is back', async () => {
    const { hub, manager, takeOver, asHub, standby, stopHub, startAgain } = await hubWithStandby();
    const citizen = kiosk(hub);
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('domicile'));
    await manager.see('manager', ({ keeping }) => keeping.standbys[0]?.behind === 0);
    await expect.poll(() => standby.state().behind, IN_TIME).toBe(0);
    await stopHub();
    expect(await takeOver({})).toMatchObject({ ok: true });
    const next = await asHub();
    const there = kiosk(next.hub);
    expect(await there.done('issue', wishFor('domicile'))).toMatchObject({ label: `A-0${3 + NUMBER_GAP + 1}` });
    expect(await there.done('issue', wishFor('fine'))).toMatchObject({ label: `B-0${NUMBER_GAP + 1}` });
    const era = await new Promise<Era>((resolve) => {
      there.socket.once('pulse', (_stamp: unknown, _mark: unknown, told: Era) => resolve(told));
    });
    expect(era).toMatchObject({ epoch: AFTER_GONE });
    const old = await startAgain();
    const before = kiosk(old);
    expect(await before.done('issue', wishFor('domicile'))).toMatchObject({ label: 'A-004' });
    // A screen that has seen the later epoch comes by: from here on the old hub acknowledges nothing.
    const seen = join(old, { screen: 'kiosk', kioskId: 1, device: 'seen', era });
    await expect.poll(() => seen.socket.connected).toBe(false);
    await expect.poll(() => before.socket.connected).toBe(false);
    // It remembers that over its next start.
    await stopHub();
    await expect(startAgain()).rejects.toThrow('superseded');
  });

  it('begins another epoch than one that was revoked and takes over, too: one of them is the later', async () => {
    const { hub, manager, folder, takeOver, asHub, nextStandby, stopHub } = await hubWithStandby();
    const { deviceId } = JSON.parse(readFileSync(pairingFile(folder), 'utf8')) as { readonly deviceId: number };
    await approved(manager, 'revokeDevice', { deviceId });
    const next = await nextStandby();
    await kiosk(hub).done('issue', wishFor('domicile'));
    await expect.poll(() => next.standby.state().behind, IN_TIME).toBe(0);
    await stopHub();
    // Nobody can tell the one that was revoked; both managers confirm that the other hub ends.
    expect(await Promise.all([takeOver({}), next.takeOver({})])).toMatchObject([{ ok: true }, { ok: true }]);
    const hubs = [(await asHub()).hub, (await next.asHub()).hub];
    const [earlier, later] = hubs.toSorted((a, b) => a.era.epoch - b.era.epoch);
    if (!earlier || !later) throw new Error('Two hubs were started.');
    expect(later.era.epoch).toBeGreaterThan(earlier.era.epoch);
    // The first screen that has met the later one and comes by at the other ends it.
    const there = kiosk(earlier);
    await there.done('issue', wishFor('domicile'));
    join(earlier, { screen: 'kiosk', kioskId: 1, device: 'seen', era: later.era });
    await expect.poll(() => there.socket.connected).toBe(false);
    await kiosk(later).done('issue', wishFor('domicile'));
  });

  it('lets itself be sent for by nobody who cannot prove a later epoch, and does nothing that was meant for another', async () => {
    const { hub } = await hubWithStandby();
    const era = { hubId: 'x', epoch: 9, seal: 'ab' };
    const liar = join(hub, { screen: 'kiosk', kioskId: 1, device: 'liar', era });
    await expect.poll(() => liar.socket.connected).toBe(true);
    const envelope = { id: '01900000-0000-7000-8000-000000000002', name: 'issue', payload: wishFor('domicile') };
    expect(await liar.raw({ ...envelope, epoch: 9 })).toMatchObject({ error: { code: 'otherEpoch' }, epoch: 1 });
    expect(await liar.raw({ ...envelope, epoch: 1 })).toMatchObject({ ok: true, epoch: 1 });
    // A page of the hub's own machine gets no keys.
    const page = join(hub, { screen: 'standby' as never, device: 'page' });
    await expect.poll(() => page.socket.connected, { timeout: 1_000 }).toBe(false);
  });

  it('is found by the screens of the network without a touch: a kiosk brings what it gave meanwhile, and goes back to no old hub', async () => {
    const { manager, pairKiosk, takeOver, asHub, standby, stopHub, startAgain } = await hubWithStandby();
    const pairing = await pairKiosk();
    const { client, folder, close } = kioskMachine(pairing);
    const take = async () => {
      const reply = await client.send('issue', wishFor('domicile'));
      return reply.ok ? reply.result.label : reply.error.code;
    };
    await expect.poll(() => client.getState().views.kiosk?.printer.isReady, IN_TIME).toBe(true);
    expect(await take()).toBe('A-001');
    await manager.see('manager', ({ keeping }) => keeping.standbys[0]?.behind === 0);
    await expect.poll(() => standby.state().screens.filter(({ isHere }) => isHere).length, IN_TIME).toBe(1);
    // The next pulse tells it where another hub would be.
    await expect.poll(() => readFileSync(`${folder}/hub-places.json`, 'utf8'), IN_TIME).toContain('standbys":["https');
    await stopHub();
    await expect.poll(() => client.getState().alone?.left, IN_TIME).toBe(200);
    expect(await take()).toBe('A1-001');
    expect(await takeOver({})).toMatchObject({ ok: true });
    const next = await asHub();
    await expect.poll(() => client.getState().isLive && client.getState().alone === undefined, IN_TIME).toBe(true);
    await expect.poll(() => client.getState().views.kiosk?.services[0]?.waiting, IN_TIME).toBe(2);
    expect(await take()).toBe(`A-0${NUMBER_GAP + 2}`);
    const db = openReadOnly(next.hub.storeFile);
    const labels = db.prepare("SELECT series || '-' || number AS label FROM token ORDER BY id").all();
    db.close();
    expect(labels).toEqual([{ label: 'A-1' }, { label: 'A1-1' }, { label: `A-${NUMBER_GAP + 2}` }]);
    // The old hub is back, at the address that the machine was paired with.
    await close();
    await startAgain();
    const again = kioskMachine(pairing, { folder });
    await expect.poll(() => again.client.getState().isLive, IN_TIME).toBe(true);
    const reply = await again.client.send('issue', wishFor('domicile'));
    expect(reply).toMatchObject({ ok: true, epoch: AFTER_GONE, result: { label: `A-0${NUMBER_GAP + 3}` } });
  });

  it('takes over after a start of its own, though the other hub is not there any more', async () => {
    const { hub, standby, restart } = await hubWithStandby();
    await kiosk(hub).done('issue', wishFor('domicile'));
    await expect.poll(() => standby.state().seq, IN_TIME).toBeGreaterThan(3);
    await standby.close();
    await hub.close();
    const { takeOver, asHub, state } = await restart();
    await expect.poll(() => state().managers, IN_TIME).toMatchObject([{ name: 'Sana' }]);
    expect(state()).toMatchObject({ isLinked: false, silentMs: null });
    expect(await takeOver({})).toMatchObject({ ok: true });
    const { hub: next, by } = await asHub();
    expect(by).toBe('Sana');
    // Nobody knows what the other hub has given since: the numbers carry a letter more.
    expect((await kiosk(next).done('issue', wishFor('domicile'))).label).toMatch(/^A[A-Z]-0/);
  });
});
