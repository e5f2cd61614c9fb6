import { describe, expect, it } from 'vitest';
import { demoClock } from '../../src/hub/time/clock.ts';
import type { AnswerOf } from '../../src/protocol/answers/answers.ts';
import type { Question, QuestionName } from '../../src/protocol/commands.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../support/folder.ts';
import { JOURNEY_CENTRE } from '../support/journey-centre.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub } from '../support/test-hub.ts';

const HOUR = 3_600_000;
const CNIC = '35202-1234567-1';
const codeOf = (reply: Awaited<ReturnType<ReturnType<typeof kiosk>['send']>>) => (reply.ok ? 'ok' : reply.error.code);
const language = 'ur' as const;

/** A hall in which one application was filed by a citizen who gave their CNIC, and has gone to the back office. */
async function filedHall() {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ centre: JOURNEY_CENTRE, clock });
  const [ali, cash, citizen] = [operator(hub, 1), operator(hub, 3), kiosk(hub)];
  const desk = join(hub, { screen: 'manager', name: 'Sana' });
  for (const one of [ali, cash]) await one.done('openCounter', { operator: 'Ali' });
  await citizen.done('issue', { serviceIds: ['domicile'], classes: [], language, cnic: CNIC });
  await ali.done('call', {});
  await ali.done('start', { tokenId: 1 });
  await ali.done('finish', { tokenId: 1, thenCall: false, stay: true });
  const filed = await ali.done('finish', { tokenId: 1, thenCall: false, stay: true });
  await ali.done('finish', { tokenId: 1, thenCall: false });
  await cash.done('call', {});
  await cash.done('start', { tokenId: 1 });
  await cash.done('finish', { tokenId: 1, thenCall: false });
  const ask = async <Name extends QuestionName>(question: Question<Name>): Promise<AnswerOf<Name>> => {
    const reply = await desk.socket.timeout(5_000).emitWithAck('ask', question);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value as AnswerOf<Name>;
  };
  const trackingNumber = filed.trackingNumber ?? '';
  const look = () => ask<'application'>({ name: 'application', payload: { trackingNumber } });
  const advance = (stageId: string, how: 'done' | 'skipped' = 'done') =>
    desk.send('advanceApplication', { trackingNumber, stageId, how });
  return { hub, clock, ali, cash, citizen, desk, ask, look, advance, trackingNumber };
}

describe('an application', () => {
  it('is made by the end of filing, with a tracking number that is printed at the counter', async () => {
    const { hub, trackingNumber, look } = await filedHall();
    expect(trackingNumber).toMatch(/^26\d{8}$/);
    const slip = await fetch(`${hub.url}/slips/1-tracking.png`);
    await expect.poll(async () => (await fetch(`${hub.url}/slips/1-tracking.png`)).status).toBe(200);
    await slip.arrayBuffer();
    const application = await look();
    expect(application).toMatchObject({ stageId: 'verification', state: 'open', standing: 'onTime', label: 'A-001' });
    expect(application.timeline.map((stage) => [stage.stageId, stage.end])).toEqual([
      ['arrival', 'done'],
      ['check', 'done'],
      ['filing', 'done'],
      ['photo', 'done'],
      ['fee', 'done'],
      ['verification', null],
      ['approval', null],
      ['ready', null],
      ['delivery', null],
    ]);
    expect(application.timeline.every((stage) => stage.plannedAt !== null)).toBe(true);
    expect(application.timeline.find((stage) => stage.isNow)?.stageId).toBe('verification');
  });

  it('is moved on by scan once: the second scan is told that it has gone on', async () => {
    const { advance, look } = await filedHall();
    expect(codeOf(await advance('approval'))).toBe('applicationMoved');
    expect(codeOf(await advance('verification'))).toBe('ok');
    expect(codeOf(await advance('verification'))).toBe('applicationMoved');
    expect(codeOf(await advance('approval', 'skipped'))).toBe('ok');
    const { timeline, stageId } = await look();
    expect(stageId).toBe('ready');
    expect(timeline.find((stage) => stage.stageId === 'verification')).toMatchObject({ end: 'done', actor: 'Sana' });
    expect(timeline.find((stage) => stage.stageId === 'approval')).toMatchObject({ end: 'skipped' });
  });

  it('is at risk and then overdue by working hours, and counted', async () => {
    const { clock, ask, desk, look } = await filedHall();
    clock.turnTo(MONDAY_TEN + 8.5 * HOUR);
    expect((await look()).standing).toBe('atRisk');
    clock.turnTo(MONDAY_TEN + 11 * HOUR);
    expect((await look()).standing).toBe('overdue');
    const list = await ask({ name: 'workList', payload: { stageId: 'verification', serviceId: null } });
    expect(list.applications).toMatchObject([{ standing: 'overdue' }]);
    await desk.send('confirmClock', {});
    const view = await desk.see('manager', (one) => one.applications[0]?.overdue === 1);
    expect(view.applications).toEqual([
      { serviceId: 'domicile', stageId: 'verification', open: 1, atRisk: 0, overdue: 1 },
    ]);
  });

  it('is not handed out while the back office has it, and the citizen is told until when', async () => {
    const { citizen, trackingNumber } = await filedHall();
    const reply = await citizen.send('collect', { trackingNumber, language });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'applicationNotReady', message: { en: expect.stringContaining('Verification') } },
    });
  });

  it('that is ready lets the citizen’s next token go straight to collection, by number or by CNIC', async () => {
    for (const byNumber of [true, false]) {
      const { hub, advance, citizen, ali, trackingNumber, look } = await filedHall();
      await advance('verification');
      await advance('approval');
      const token = byNumber
        ? await citizen.done('collect', { trackingNumber: `T${trackingNumber}`, language })
        : await citizen.done('issue', { serviceIds: ['domicile'], classes: [], language, cnic: CNIC });
      expect(token).toMatchObject({ goTo: { stageId: 'delivery', counters: [1, 2] } });
      expect(codeOf(await citizen.send('collect', { trackingNumber, language }))).toBe('bookingUsed');
      const { tokenId = 0 } = await ali.done('call', {});
      await ali.done('start', { tokenId });
      await ali.done('finish', { tokenId, thenCall: false });
      expect(await look()).toMatchObject({ state: 'delivered' });
      expect(codeOf(await citizen.send('collect', { trackingNumber, language }))).toBe('applicationOver');
      await hub.close();
      const db = openReadOnly(hub.storeFile);
      expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
      db.close();
    }
  });

  it('is sent back by the back office with a reason, and then waits for its citizen at that counter', async () => {
    const { desk, citizen, trackingNumber, look } = await filedHall();
    const back = (stageId: string) =>
      desk.send('sendBackApplication', { trackingNumber, stageId, reason: 'photograph missing' });
    expect(codeOf(await back('delivery'))).toBe('unknownStage');
    expect(codeOf(await back('photo'))).toBe('ok');
    expect((await look()).timeline.find((stage) => stage.stageId === 'verification')).toMatchObject({
      end: 'sentBack',
      reason: 'photograph missing',
    });
    expect(await citizen.done('collect', { trackingNumber, language })).toMatchObject({ goTo: { stageId: 'photo' } });
  });

  it('is not found by a number whose check digit is wrong', async () => {
    const { citizen, trackingNumber } = await filedHall();
    const wrong = trackingNumber.slice(0, -1) + String((Number(trackingNumber.at(-1)) + 1) % 10);
    expect(codeOf(await citizen.send('collect', { trackingNumber: wrong, language }))).toBe('unknownApplication');
  });

  it('goes back with an undo to the stage that was ended, and finishing again files no second one', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ centre: JOURNEY_CENTRE, clock });
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    await kiosk(hub).done('issue', { serviceIds: ['domicile'], classes: [], language });
    await ali.done('call', {});
    await ali.done('start', { tokenId: 1 });
    await ali.done('finish', { tokenId: 1, thenCall: false, stay: true });
    const { trackingNumber } = await ali.done('finish', { tokenId: 1, thenCall: false });
    await ali.done('undo', {});
    await ali.see('counter', (view) => view.current?.stageId === 'filing');
    expect(await ali.done('finish', { tokenId: 1, thenCall: false })).toMatchObject({ trackingNumber });
  });
});
