import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../src/protocol/views/views.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../support/folder.ts';
import { JOURNEY_CENTRE } from '../support/journey-centre.ts';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

const codeOf = (reply: Awaited<ReturnType<ReturnType<typeof kiosk>['send']>>) => (reply.ok ? 'ok' : reply.error.code);

async function openHall() {
  const hub = await testHub({ centre: JOURNEY_CENTRE });
  const [ali, zara, cash] = [operator(hub, 1), operator(hub, 2), operator(hub, 3)] as const;
  for (const one of [ali, zara, cash]) await one.done('openCounter', { operator: 'Op' });
  return { hub, ali, zara, cash, citizen: kiosk(hub) };
}

type Console = Awaited<ReturnType<typeof openHall>>['ali'];

/** Calls the next, starts and finishes. */
async function serve(at: Console, more: { readonly stay?: boolean } = {}) {
  const { tokenId = 0 } = await at.done('call', {});
  await at.done('start', { tokenId });
  return at.done('finish', { tokenId, thenCall: false, ...more });
}

describe('a token with a journey', () => {
  it('walks to the next stage’s queue at once when a stage is finished, and everybody is told where', async () => {
    const { hub, ali, cash, citizen } = await openHall();
    const board = join(hub, { screen: 'board', hallId: 'hall' });
    await citizen.done('issue', wishFor('domicile'));
    const filing = { serviceId: 'domicile', stageId: 'filing', counters: [1, 2] };
    expect(await serve(ali)).toMatchObject({ label: 'A-001', goTo: filing });
    await ali.see('counter', (view) => view.left?.goTo?.stageId === 'filing' && view.next[0]?.stageId === 'filing');
    await board.see('board', (view) => view.moves[0]?.label === 'A-001' && view.moves[0].goTo.stageId === 'filing');
    await serve(ali);
    const fee = { serviceId: 'domicile', stageId: 'fee', counters: [3] };
    expect(await serve(ali)).toMatchObject({ goTo: fee });
    await cash.see('counter', (view) => view.next[0]?.label === 'A-001');
    expect(codeOf(await ali.send('call', {}))).toBe('nobodyWaiting');
    expect(await serve(cash)).not.toHaveProperty('goTo');
  });

  it('is still told of at its counter while the next citizen is already there', async () => {
    const { ali, citizen } = await openHall();
    for (let i = 0; i < 2; i += 1) await citizen.done('issue', wishFor('domicile'));
    await serve(ali);
    const left = { label: 'A-001', how: 'finished', goTo: { stageId: 'filing' } };
    await ali.done('jump', { label: 'A-002', reason: 'urgentNeed' });
    const view = await ali.see('counter', ({ current }) => current?.label === 'A-002');
    expect(view.left).toMatchObject(left);
    await ali.done('markNoShow', { tokenId: view.current?.id ?? 0 });
    const after = await ali.see('counter', ({ current }) => current === null);
    expect(after.left).toMatchObject({ label: 'A-002', how: 'noShow', goTo: null });
  });

  it('goes on at the same counter, where that does the next stage too, without a call', async () => {
    const { hub, ali, citizen } = await openHall();
    const board = join(hub, { screen: 'board', hallId: 'hall' });
    await citizen.done('issue', wishFor('domicile'));
    const { tokenId } = await serve(ali, { stay: true });
    const view = await ali.see('counter', (one) => one.current?.stageId === 'filing');
    expect(view.current).toMatchObject({ id: tokenId, state: 'serving' });
    await board.see('board', (one) => one.counters[0]?.state === 'serving');
    expect((await board.see('board', () => true)).calls).toHaveLength(1);
  });

  it('is sent back to an earlier stage with a reason, and to no other', async () => {
    const { ali, citizen } = await openHall();
    await citizen.done('issue', wishFor('domicile'));
    await serve(ali, { stay: true });
    const back = (stageId: string, reason = 'photograph missing') =>
      ali.send('sendBack', { tokenId: 1, stageId, reason });
    expect(codeOf(await back('fee'))).toBe('unknownStage');
    expect(codeOf(await back('filing'))).toBe('unknownStage');
    expect(codeOf(await back('arrival'))).toBe('unknownStage');
    expect(codeOf(await back('check', '  '))).toBe('badCommand');
    expect(await back('check')).toMatchObject({ ok: true, result: { goTo: { stageId: 'check' } } });
    await ali.done('call', {});
    const sentBack = (one: CounterView) => one.current?.steps.find(({ end }) => end === 'sentBack');
    const view = await ali.see('counter', (one) => sentBack(one) !== undefined);
    expect([view.current?.stageId, sentBack(view)?.reason]).toEqual(['check', 'photograph missing']);
  });

  it('leaves out a stage only where the journey says that it may', async () => {
    const { ali, citizen } = await openHall();
    await citizen.done('issue', wishFor('domicile'));
    await serve(ali, { stay: true });
    expect(codeOf(await ali.send('skipStage', { tokenId: 1 }))).toBe('stageNotOptional');
    await ali.done('finish', { tokenId: 1, thenCall: false, stay: true });
    expect(await ali.done('skipStage', { tokenId: 1 })).toMatchObject({ goTo: { stageId: 'fee' } });
  });

  it('ends here and now with a reason, whatever it still had before it', async () => {
    const { ali, citizen } = await openHall();
    await citizen.done('issue', wishFor('domicile'));
    const { tokenId = 0 } = await ali.done('call', {});
    expect(await ali.done('endVisit', { tokenId, reason: 'wrong office' })).not.toHaveProperty('goTo');
    expect(codeOf(await ali.send('call', {}))).toBe('nobodyWaiting');
  });

  it('is taken back by undo from the queue that it walked to, but not once another counter has called it', async () => {
    const { hub, ali, zara, citizen } = await openHall();
    await citizen.done('issue', wishFor('domicile'));
    await serve(ali);
    expect(await ali.done('undo', {})).toMatchObject({ label: 'A-001' });
    const view = await ali.see('counter', (one) => one.current?.state === 'serving');
    expect(view.current).toMatchObject({ stageId: 'check' });
    await ali.done('finish', { tokenId: 1, thenCall: false });
    await zara.done('call', {});
    expect(codeOf(await ali.send('undo', {}))).toBe('undoTokenMoved');
    await zara.done('requeue', { tokenId: 1 });
    expect(codeOf(await ali.send('undo', {}))).toBe('undoTokenMoved');
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });
});

describe('a visit for several services', () => {
  it('is one token through all of them', async () => {
    const { ali, cash, citizen } = await openHall();
    const wish = { serviceIds: ['fine', 'domicile'], classes: [], language: 'ur' as const };
    expect(await citizen.done('issue', wish)).toMatchObject({ label: 'B-001' });
    expect(await serve(cash)).toMatchObject({ label: 'B-001', goTo: { serviceId: 'domicile', stageId: 'check' } });
    expect(await ali.done('call', {})).toMatchObject({ label: 'B-001' });
  });

  it('counts for the day cap of each', async () => {
    const { services } = JOURNEY_CENTRE;
    const capped = services.map((one) => (one.id === 'fine' ? { ...one, dayCap: 1 } : one));
    const hub = await testHub({ centre: { ...JOURNEY_CENTRE, services: capped } });
    const wish = { serviceIds: ['domicile', 'fine'], classes: [], language: 'ur' as const };
    await kiosk(hub).done('issue', wish);
    expect(codeOf(await kiosk(hub).send('issue', wishFor('fine')))).toBe('dayCapReached');
  });
});
