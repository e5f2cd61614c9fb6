import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { answered, approved, PIN, SECOND_PIN, staffedHub } from '../../support/staff.ts';
import { join, kiosk, MONDAY_TEN, testHub, wishFor } from '../../support/test-hub.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

const eventsIn = (file: string, kind: string) => {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[string], { actor: string; payload: string }>('SELECT actor, payload FROM event WHERE kind = ?')
    .all(kind);
  db.close();
  return rows.map(({ actor, payload }) => ({ actor, ...(JSON.parse(payload) as { about?: Record<string, unknown> }) }));
};

describe('the first manager', () => {
  it('makes an account with PINs of their own, once', async () => {
    const hub = await testHub({ people: 'byPin' });
    const link = join(hub, { screen: 'manager' });
    await link.see('centre', ({ signIn }) => signIn === 'firstManager');
    const make = (pin: string, secondPin: string) => link.ask('makeFirstManager', { name: 'Sana', pin, secondPin });
    expect(await make('123456', SECOND_PIN)).toMatchObject({ error: { code: 'guessablePin' } });
    expect(await make('4815', SECOND_PIN)).toMatchObject({ error: { code: 'badPin' } });
    expect(await make(PIN, PIN)).toMatchObject({ error: { code: 'samePin' } });
    // Typed on an Urdu keyboard it is the same PIN.
    expect(await make('۴۸۱۵۹۲', SECOND_PIN)).toMatchObject({ ok: true, value: { name: 'Sana', role: 'manager' } });
    await link.see('centre', ({ signIn }) => signIn === 'byPin');
    expect(await make(PIN, SECOND_PIN)).toMatchObject({ error: { code: 'managerExists' } });
    const { session } = await answered(link, 'signIn', { who: { staffId: 1 }, pin: PIN });
    expect(await answered(join(hub, { screen: 'manager', session }), 'people')).toMatchObject({
      staff: [{ name: 'Sana' }],
    });
  });
});

describe('somebody of the staff', () => {
  it('signs in, works under their own name whatever the screen says, and signs out', async () => {
    const { hub, add, signIn } = await staffedHub();
    const nobody = join(hub, { screen: 'operator', counterId: 1 });
    expect(await nobody.send('openCounter', { operator: 'Anybody' })).toMatchObject({ error: { code: 'notSignedIn' } });
    const session = await signIn('operator', await add('Ali', 'operator'));
    const console = join(hub, { screen: 'operator', counterId: 1, session });
    await console.done('openCounter', { operator: 'Somebody else' });
    await console.see('counter', ({ operator }) => operator === 'Ali');
    expect(eventsIn(hub.storeFile, 'openCounter').map(({ actor }) => actor)).toEqual(['Ali']);
    await answered(console, 'signOut');
    const again = join(hub, { screen: 'operator', counterId: 1, session });
    expect(await again.send('takeBreak', {})).toMatchObject({ error: { code: 'notSignedIn' } });
  });

  it('is not let in at a screen that is not for their role', async () => {
    const { hub, add } = await staffedHub();
    const staffId = await add('Omar', 'auditor');
    const link = join(hub, { screen: 'operator', counterId: null });
    expect(await link.ask('signIn', { who: { staffId }, pin: PIN })).toMatchObject({ error: { code: 'wrongRole' } });
    expect((await answered(link, 'whoCanSignIn')).staff.map(({ name }) => name)).toEqual(['Sana']);
  });

  it('waits longer after each wrong PIN, and is locked out after ten, however fast they come', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const { hub, add, signIn } = await staffedHub({ clock });
    const staffId = await add('Ali', 'operator');
    const session = await signIn('operator', staffId);
    const link = join(hub, { screen: 'operator', counterId: null });
    const guess = async (pin: string) => {
      const reply = (await link.ask('signIn', { who: { staffId }, pin })) as {
        ok: boolean;
        error?: { code: string; details?: { seconds?: number } };
      };
      return reply.error?.details?.seconds ?? reply.error?.code ?? 'in';
    };
    // A hundred at once are not looked at before the wait of the third one is over.
    const atOnce = await Promise.all(Array.from({ length: 100 }, (_, n) => guess(String(600_000 + n * 7))));
    expect(atOnce.filter((one) => one === 'wrongPin')).toHaveLength(3);
    expect(new Set(atOnce.slice(3))).toEqual(new Set([2]));
    for (const seconds of [2, 4, 8, 16, 32, 64]) {
      clock.turnTo(clock.at() + seconds * SECOND);
      expect(await guess('600001')).toBe('wrongPin');
    }
    clock.turnTo(clock.at() + 128 * SECOND);
    expect(await guess('600001')).toBe('pinLocked');
    clock.turnTo(clock.at() + 60 * MINUTE);
    expect(await guess(PIN)).toBe('pinLocked');
    // Whoever was signed in as them is out too.
    const locked = join(hub, { screen: 'operator', counterId: 1, session });
    expect(await locked.send('openCounter', { operator: 'x' })).toMatchObject({ error: { code: 'notSignedIn' } });
    const again = join(hub, { screen: 'manager', device: 'again' });
    const { session: fresh } = await answered(again, 'signIn', { who: { staffId: 1 }, pin: PIN });
    const sana = join(hub, { screen: 'manager', session: fresh });
    await approved(sana, 'unlockStaff', { staffId });
    expect(await guess(PIN)).toBe('in');
  });

  it('is cut off at once when a manager removes them, and never the last manager', async () => {
    const { hub, manager, add, signIn } = await staffedHub();
    const staffId = await add('Ali', 'operator');
    const console = join(hub, { screen: 'operator', counterId: 1, session: await signIn('operator', staffId) });
    await console.done('openCounter', { operator: 'Ali' });
    const cut = new Promise((resolve) => console.socket.once('disconnect', resolve));
    expect(await approved(manager, 'removeStaff', { staffId })).toMatchObject({ ok: true });
    await cut;
    expect(await approved(manager, 'removeStaff', { staffId: 1 })).toMatchObject({ error: { code: 'lastManager' } });
    expect(await approved(manager, 'changeStaff', { staffId: 1, name: 'Sana', role: 'operator' })).toMatchObject({
      error: { code: 'lastManager' },
    });
    expect(
      await approved(manager, 'addStaff', { name: ' sana ', role: 'operator', pin: PIN, secondPin: null }),
    ).toMatchObject({
      error: { code: 'nameTaken' },
    });
  });

  it('is signed out when nobody has touched the screen for as long as the centre says', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const { hub, add, signIn } = await staffedHub({ clock });
    const session = await signIn('operator', await add('Ali', 'operator'));
    const console = join(hub, { screen: 'operator', counterId: 1, session });
    await console.done('openCounter', { operator: 'Ali' });
    clock.turnTo(clock.at() + 29 * MINUTE);
    await answered(console, 'stillHere');
    clock.turnTo(clock.at() + 29 * MINUTE);
    // What a page asks by itself keeps nobody signed in.
    await answered(console, 'whoCanSignIn');
    clock.turnTo(clock.at() + 2 * MINUTE);
    const cut = new Promise((resolve) => console.socket.once('disconnect', resolve));
    void console.send('takeBreak', {}).catch(() => undefined);
    await cut;
    const again = join(hub, { screen: 'operator', counterId: 1, session });
    expect(await again.send('takeBreak', {})).toMatchObject({ error: { code: 'notSignedIn' } });
  });

  it('signs in by card alone as an operator, and with a PIN besides as a manager', async () => {
    const { hub, manager, add } = await staffedHub();
    const staffId = await add('Ali', 'operator');
    await approved(manager, 'enrolCard', { name: 'Ali', card: '0012345678', staffId });
    await approved(manager, 'enrolCard', { name: 'Sana', card: '0099999999', staffId: 1 });
    const link = join(hub, { screen: 'operator', counterId: null });
    const byCard = (card: string, pin: string | null) => link.ask('signIn', { who: { card }, pin });
    expect(await byCard('0012345678', null)).toMatchObject({ value: { name: 'Ali', role: 'operator' } });
    expect(await byCard('0099999999', null)).toMatchObject({ error: { code: 'wrongPin' } });
    expect(await byCard('0099999999', PIN)).toMatchObject({ value: { name: 'Sana' } });
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await byCard('0000000001', null)).toMatchObject({ error: { code: 'unknownCard' } });
    }
    expect(await byCard('0012345678', null)).toMatchObject({ error: { code: 'tooManyTries' } });
    // A page on the hub's own machine names itself as it likes.
    const renamed = join(hub, { screen: 'operator', counterId: 2, device: 'another name' });
    expect(await renamed.ask('signIn', { who: { card: '0012345678' }, pin: null })).toMatchObject({
      error: { code: 'tooManyTries' },
    });
  });
});

describe('a second PIN', () => {
  it('is needed for a jump once three were free that day, and is written beside it', async () => {
    const { hub, add, signIn } = await staffedHub();
    const session = await signIn('operator', await add('Ali', 'operator'));
    const supervisor = await add('Nadia', 'supervisor');
    const console = join(hub, { screen: 'operator', counterId: 1, session });
    await console.done('openCounter', { operator: 'Ali' });
    const jump = { label: '', reason: 'His bus leaves' };
    const screen = kiosk(hub);
    for (let count = 0; count < 3; count += 1) {
      const { label = '', tokenId = 0 } = await screen.done('issue', wishFor('domicile'));
      await console.done('jump', { ...jump, label });
      await console.done('markNoShow', { tokenId });
    }
    const { label = '' } = await screen.done('issue', wishFor('domicile'));
    expect(await console.send('jump', { ...jump, label })).toMatchObject({ error: { code: 'approvalNeeded' } });
    const walkUp = { serviceId: 'fine', classes: [], language: 'en' as const };
    expect(await console.send('serveWithoutToken', walkUp)).toMatchObject({ error: { code: 'approvalNeeded' } });
    const wrong = { staffId: supervisor, secondPin: PIN, command: 'jump' };
    expect(await console.ask('approve', wrong)).toMatchObject({ error: { code: 'wrongPin' } });
    expect(await approved(console, 'jump', { ...jump, label }, { staffId: supervisor })).toMatchObject({ ok: true });
    expect(eventsIn(hub.storeFile, 'approve').at(-1)).toMatchObject({
      actor: 'Ali',
      about: { by: 'Nadia', command: 'jump' },
    });
  });

  it('is good once, for one command, of one screen', async () => {
    const { hub, manager } = await staffedHub();
    const { approval } = await answered(manager, 'approve', { staffId: 1, secondPin: SECOND_PIN, command: 'addStaff' });
    const other = { name: 'Ali', role: 'operator', pin: PIN, secondPin: null } as const;
    const id = () => `0193a000-0000-7000-8000-00000000000${(count += 1)}`;
    let count = 0;
    const twin = join(hub, { screen: 'manager', device: 'twin', session: '' });
    expect(await twin.raw({ id: id(), name: 'addStaff', payload: other, approval })).toMatchObject({ ok: false });
    expect(await manager.raw({ id: id(), name: 'removeStaff', payload: { staffId: 1 }, approval })).toMatchObject({
      error: { code: 'approvalNeeded' },
    });
    expect(await manager.raw({ id: id(), name: 'addStaff', payload: other, approval })).toMatchObject({
      error: { code: 'approvalNeeded' },
    });
  });
});

describe('putting a copy back', () => {
  it('needs a second PIN, though it is a question', async () => {
    const { manager } = await staffedHub({ askRestore: () => undefined });
    const { name } = await answered(manager, 'takeSnapshot');
    expect(await manager.ask('restore', { name })).toMatchObject({ error: { code: 'approvalNeeded' } });
    const { approval } = await answered(manager, 'approve', { staffId: 1, secondPin: SECOND_PIN, command: 'restore' });
    expect(await manager.ask('restore', { name, approval })).toMatchObject({ ok: true });
    expect(await manager.ask('restore', { name, approval })).toMatchObject({ error: { code: 'approvalNeeded' } });
  });
});

describe('a report as a file', () => {
  it('is given for a ticket of somebody who may read, once', async () => {
    const { hub, manager, add, signIn } = await staffedHub();
    const path = `${hub.url}/reports/2026-11-23/2026-11-23/by-service.csv`;
    expect((await fetch(path)).status).toBe(403);
    const { ticket } = await answered(manager, 'ticket');
    expect((await fetch(`${path}?ticket=${ticket}`)).status).toBe(200);
    expect((await fetch(`${path}?ticket=${ticket}`)).status).toBe(403);
    const session = await signIn('manager', await add('Ali', 'operator'));
    const operator = join(hub, { screen: 'manager', session });
    expect(await operator.ask('ticket', {})).toMatchObject({ error: { code: 'notAllowed' } });
  });
});

describe('PINs', () => {
  it('are in no file of the hub, and the hashes are worth nothing without the key beside the database', async () => {
    const { hub, add } = await staffedHub();
    await add('Ali', 'operator');
    await hub.close();
    const bytes = readFileSync(hub.storeFile).toString('latin1');
    expect(bytes).toContain('$argon2id$');
    for (const pin of [PIN, SECOND_PIN]) expect(bytes).not.toContain(pin);
    const db = new Database(hub.storeFile, { readonly: true });
    const logged = db.prepare<[], { payload: string }>('SELECT payload FROM event').all();
    expect(logged.some(({ payload }) => payload.includes('argon2'))).toBe(false);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    const { pin } = db.prepare<[], { pin: string }>('SELECT pin FROM staff_secret').get() ?? { pin: '' };
    db.close();
    const { pinsOf } = await import('../../../src/hub/people/pins.ts');
    const pepper = Buffer.from(readFileSync(`${hub.folder}/keys/pepper.key`, 'utf8').trim(), 'hex');
    expect(await pinsOf(pepper).isRight(pin, PIN)).toBe(true);
    expect(await pinsOf(Buffer.alloc(32, 7)).isRight(pin, PIN)).toBe(false);
  });

  it('and sessions outlive a restart of the hub', async () => {
    const { hub, add, signIn } = await staffedHub();
    const session = await signIn('operator', await add('Ali', 'operator'));
    await hub.close();
    const again = await testHub({ people: 'byPin', folder: hub.folder });
    const console = join(again, { screen: 'operator', counterId: 1, session });
    expect(await console.send('openCounter', { operator: 'Ali' })).toMatchObject({ ok: true });
  });
});
