import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { withService } from '../support/centre.ts';
import { MIGRATIONS } from '../support/folder.ts';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

const codeOf = (reply: Awaited<ReturnType<ReturnType<typeof kiosk>['send']>>) => (reply.ok ? 'ok' : reply.error.code);

describe('one citizen', () => {
  it('takes a token, is called, served and done, and every screen sees it', async () => {
    const hub = await testHub();
    const [citizen, ali] = [kiosk(hub), operator(hub, 1)];
    const board = join(hub, { screen: 'board', hallId: 'hall' });
    const small = join(hub, { screen: 'counterDisplay', counterId: 1 });
    const token = await citizen.done('issue', wishFor('domicile'));
    expect(token).toEqual({
      tokenId: 1,
      label: 'A-001',
      ahead: 0,
      serviceId: 'domicile',
      goTo: { serviceId: 'domicile', stageId: 'desk', counters: [1, 2] },
    });
    await ali.done('openCounter', { operator: 'Ali' });
    await ali.see('counter', (view) => view.next[0]?.label === 'A-001');
    await ali.done('call', {});
    await board.see('board', (view) => view.calls[0]?.label === 'A-001' && view.calls[0].counterId === 1);
    await small.see('counterDisplay', (view) => view.label === 'A-001' && view.state === 'called');
    await ali.done('start', { tokenId: 1 });
    await ali.done('finish', { tokenId: 1, thenCall: false });
    await ali.see('counter', (view) => view.current === null && view.left?.label === 'A-001');
    await citizen.see('kiosk', (view) => view.slips[0]?.outcome === 'confirmed');
  });

  it('counts who stands before them, and the kiosk shows it', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    for (const ahead of [0, 1, 2]) expect(await citizen.done('issue', wishFor('fine'))).toMatchObject({ ahead });
    await citizen.see('kiosk', (view) => view.services.find((one) => one.id === 'fine')?.waiting === 3);
  });
});

describe('exactly once', () => {
  it('answers a repeated id with the same reply and does nothing twice', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    const id = newId();
    const [first, second] = await Promise.all([
      citizen.send('issue', wishFor('fine'), id),
      citizen.send('issue', wishFor('fine'), id),
    ]);
    const third = await citizen.send('issue', wishFor('fine'), id);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await citizen.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-002' });
  });

  it('answers after a reconnect with the reply that was lost', async () => {
    const hub = await testHub();
    const ali = operator(hub, 1);
    await kiosk(hub).done('issue', wishFor('fine'));
    await ali.done('openCounter', { operator: 'Ali' });
    const id = newId();
    ali.socket.emit('command', { id, name: 'call', payload: {} }, () => undefined);
    ali.socket.io.engine.close();
    await new Promise<void>((resolve) => void ali.socket.once('connect', resolve));
    const again = await ali.send('call', {}, id);
    expect(again).toMatchObject({ ok: true, result: { label: 'B-001' } });
    expect(await ali.send('call', {}, id)).toEqual(again);
    expect(codeOf(await ali.send('call', {}))).toBe('counterBusy');
  });

  it('refuses an id that another device has used', async () => {
    const hub = await testHub();
    const id = newId();
    await kiosk(hub).send('issue', wishFor('fine'), id);
    expect(codeOf(await kiosk(hub, { device: 'kiosk-other' }).send('issue', wishFor('fine'), id))).toBe(
      'commandIdReused',
    );
  });

  it('gives one citizen to one of two counters that call at the same moment', async () => {
    const hub = await testHub();
    const counters = [operator(hub, 1), operator(hub, 2)] as const;
    for (const counter of counters) await counter.done('openCounter', { operator: 'Op' });
    for (let round = 0; round < 25; round += 1) {
      await kiosk(hub, { device: `kiosk-${round}` }).done('issue', wishFor('domicile'));
      const replies = await Promise.all(counters.map((counter) => counter.send('call', {})));
      expect(replies.map(codeOf).toSorted()).toEqual(['nobodyWaiting', 'ok']);
      const winner = counters[replies.findIndex((reply) => reply.ok)];
      const tokenId = round + 1;
      await winner?.done('start', { tokenId });
      await winner?.done('finish', { tokenId, thenCall: false });
    }
  });

  it('does a double Next once: the second is told that the counter is busy', async () => {
    const hub = await testHub();
    const ali = operator(hub, 1);
    for (let i = 0; i < 2; i += 1) await kiosk(hub).done('issue', wishFor('fine'));
    await ali.done('openCounter', { operator: 'Ali' });
    const replies = await Promise.all([ali.send('call', {}), ali.send('call', {})]);
    expect(replies.map(codeOf)).toEqual(['ok', 'counterBusy']);
  });
});

describe('numbers', () => {
  it('go from 999 to 1000, and skip a number that a live token of an earlier day holds', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    const replies = await Promise.all(Array.from({ length: 1001 }, () => citizen.send('issue', wishFor('fine'))));
    const labels = replies.map((reply) => (reply.ok ? reply.result.label : ''));
    expect(labels.slice(997)).toEqual(['B-998', 'B-999', 'B-1000', 'B-1001']);
    expect(new Set(labels).size).toBe(1001);
  });

  it('stop at the day cap, and the kiosk says so before the next tap', async () => {
    const hub = await testHub({ centre: withService('fine', { dayCap: 2 }) });
    const citizen = kiosk(hub);
    await citizen.done('issue', wishFor('fine'));
    await citizen.done('issue', wishFor('fine'));
    await citizen.see('kiosk', (view) => view.services.find((one) => one.id === 'fine')?.state === 'dayCapReached');
    expect(codeOf(await citizen.send('issue', wishFor('fine')))).toBe('dayCapReached');
  });
});

describe('what an operator can do', () => {
  it('moves the token and leaves the counter free for the next', async () => {
    const hub = await testHub();
    const [ali, zara] = [operator(hub, 1), operator(hub, 2)];
    const fines = operator(hub, 3);
    for (const one of [ali, zara, fines]) await one.done('openCounter', { operator: 'Op' });
    const citizen = kiosk(hub);
    for (let i = 0; i < 5; i += 1) await citizen.done('issue', wishFor('domicile', i === 4 ? ['elder'] : []));

    expect(await ali.done('call', {})).toMatchObject({ label: 'A-001' });
    await ali.done('transfer', { tokenId: 1, to: { kind: 'counter', counterId: 3 } });
    expect(codeOf(await zara.send('call', {}))).toBe('ok');
    expect(await fines.done('call', {})).toMatchObject({ label: 'A-001' });
    await fines.done('transfer', { tokenId: 1, to: { kind: 'service', serviceId: 'fine' } });
    expect(await fines.done('call', {})).toMatchObject({ label: 'A-001' });

    await zara.done('park', { tokenId: 2, returnMinutes: 10 });
    await zara.see('counter', (view) => view.parked[0]?.label === 'A-002' && view.current === null);
    await zara.done('resume', { tokenId: 2 });
    await zara.done('correctClass', { tokenId: 2, classes: ['infant'] });
    await zara.done('requeue', { tokenId: 2 });
    await zara.see('counter', (view) => view.next[0]?.label === 'A-002');

    expect(await ali.done('jump', { label: 'a5', reason: 'unwell' })).toMatchObject({ label: 'A-005' });
    await ali.done('markNoShow', { tokenId: 5 });
    expect(await ali.done('undo', {})).toMatchObject({ label: 'A-005' });
    await ali.done('leave', { tokenId: 5 });
    expect(await ali.done('serveWithoutToken', { serviceId: 'fine', classes: [], language: 'ur' })).toMatchObject({
      label: 'B-001',
    });
    await ali.done('setAutoCall', { isOn: true });
    expect(await ali.done('finish', { tokenId: 6, thenCall: false })).toMatchObject({ label: 'A-002' });
    expect(codeOf(await ali.send('takeBreak', {}))).toBe('counterBusy');
    await ali.done('requeue', { tokenId: 2 });
    await ali.done('takeBreak', {});
    expect(codeOf(await ali.send('call', {}))).toBe('counterOnBreak');
    await ali.done('openCounter', { operator: 'Ali' });
    await ali.done('closeCounter', {});

    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });

  it('counts whom a jump passes over, with its reason, in the log', async () => {
    const hub = await testHub();
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    for (let i = 0; i < 4; i += 1) await kiosk(hub, { device: `k${i}` }).done('issue', wishFor('domicile'));
    await ali.done('jump', { label: 'A-004', reason: 'unwell' });
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    const row = db
      .prepare<[], { payload: string; actor: string; device: string }>("SELECT * FROM event WHERE kind = 'jump'")
      .get();
    db.close();
    expect(row).toMatchObject({ actor: 'Ali', device: 'console-1' });
    expect(JSON.parse(row?.payload ?? '{}')).toMatchObject({ about: { reason: 'unwell', overtaken: 3 } });
  });

  it('brings back a no-show or a token parked elsewhere by its number, when its citizen stands there', async () => {
    const hub = await testHub();
    const [ali, zara] = [operator(hub, 1), operator(hub, 2)];
    for (const one of [ali, zara]) await one.done('openCounter', { operator: 'Op' });
    for (let i = 0; i < 3; i += 1) await kiosk(hub, { device: `k${i}` }).done('issue', wishFor('domicile'));
    await ali.done('call', {});
    await ali.done('markNoShow', { tokenId: 1 });
    await ali.done('call', {});
    await ali.done('park', { tokenId: 2, returnMinutes: null });
    await ali.done('closeCounter', {});
    expect(await zara.done('jump', { label: 'A-001', reason: 'missed' })).toMatchObject({ tokenId: 1, counterId: 2 });
    await zara.done('start', { tokenId: 1 });
    await zara.done('finish', { tokenId: 1, thenCall: false });
    expect(await zara.done('jump', { label: 'A-002', reason: 'returned' })).toMatchObject({ tokenId: 2, counterId: 2 });
    expect(codeOf(await ali.send('jump', { label: 'A-003', reason: 'x' }))).toBe('counterClosed');
  });

  it('sees at once what happens to a token of a service that the counter does not serve', async () => {
    const hub = await testHub();
    const fines = operator(hub, 3);
    await fines.done('openCounter', { operator: 'Fay' });
    await kiosk(hub).done('issue', wishFor('domicile'));
    await fines.done('jump', { label: 'A-001', reason: 'asked' });
    await fines.see('counter', (view) => view.current?.state === 'called');
    await fines.done('start', { tokenId: 1 });
    const view = await fines.see('counter', (one) => one.current?.state === 'serving');
    expect(view.current?.label).toBe('A-001');
  });
});
