import { describe, expect, it } from 'vitest';
import type { Centre } from '../../src/domain/centre.ts';
import { tokenKeyOf } from '../../src/hub/citizen/token-key.ts';
import { readKey } from '../../src/store/files/key-file.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { SMALL_CENTRE, withService } from '../support/centre.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const codeOf = (reply: Awaited<ReturnType<ReturnType<typeof kiosk>['send']>>) => (reply.ok ? 'ok' : reply.error.code);
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+05:00`);
const withCnic = (cnic: string, serviceId = 'domicile') => ({ ...wishFor(serviceId), cnic });

describe('identity', () => {
  it('is asked for where the service requires it, checked, and counted against the cap of one person', async () => {
    const hub = await testHub({ centre: withService('domicile', { identity: 'required', personCap: 1 }) });
    const citizen = kiosk(hub);
    expect(codeOf(await citizen.send('issue', wishFor('domicile')))).toBe('identityMissing');
    expect(codeOf(await citizen.send('issue', withCnic('12345')))).toBe('badIdentity');
    expect(codeOf(await citizen.send('issue', withCnic('35202-1234567-1')))).toBe('ok');
    expect(codeOf(await citizen.send('issue', withCnic('3520212345671')))).toBe('personCapReached');
    expect(codeOf(await citizen.send('issue', withCnic('3520212345673')))).toBe('ok');
    expect(codeOf(await citizen.send('issue', wishFor('fine')))).toBe('ok');
  });

  it('finds a lost token again, and nothing for another number', async () => {
    const hub = await testHub({ centre: withService('domicile', { identity: 'optional' }) });
    const citizen = kiosk(hub);
    const { label } = await citizen.done('issue', withCnic('3520212345671'));
    expect(await citizen.done('findToken', { cnic: '35202-1234567-1' })).toMatchObject({ label });
    expect(codeOf(await citizen.send('findToken', { cnic: '3520299999991' }))).toBe('unknownToken');
  });

  it('is not demanded by a counter that serves somebody without a token', async () => {
    const hub = await testHub({ centre: withService('domicile', { identity: 'required' }) });
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    const served = await ali.send('serveWithoutToken', { serviceId: 'domicile', classes: [], language: 'ur' });
    expect(codeOf(served)).toBe('ok');
  });
});

describe('a carried-over token', () => {
  it('is shown to the manager with the days that it has left, comes back by its number, and expires', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock });
    const citizen = kiosk(hub);
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    for (let i = 0; i < 2; i += 1) await citizen.done('issue', wishFor('domicile'));
    clock.turnTo(MONDAY_TEN + 24 * HOUR);
    await operator(hub, 3).done('openCounter', { operator: 'Ali' });
    const view = await manager.see('manager', (one) => one.carriedOver.length === 2);
    expect(view.carriedOver[0]).toMatchObject({ label: 'A-001', serviceDay: '2026-11-23', turnsLeft: 2 });
    const key = tokenKeyOf(readKey(hub.folder, 'person'), 1);
    expect(codeOf(await citizen.send('checkIn', { label: `http://hall/t/1-${'A'.repeat(16)}` }))).toBe('unknownToken');
    expect(await citizen.done('checkIn', { label: `http://hall/t/${key}` })).toMatchObject({ label: 'A-001' });
    clock.turnTo(MONDAY_TEN + 48 * HOUR);
    await manager.see('manager', (one) => one.carriedOver.some(({ turnsLeft }) => turnsLeft === 1));
    clock.turnTo(MONDAY_TEN + 72 * HOUR);
    await operator(hub, 3).done('takeBreak', {});
    const later = await manager.see('manager', (one) => one.carriedOver.every(({ label }) => label !== 'A-002'));
    expect(later.carriedOver.map(({ label }) => label)).toEqual(['A-001']);
    expect(codeOf(await citizen.send('checkIn', { label: 'A-002' }))).toBe('unknownToken');
  });
});

describe('a paper token', () => {
  const entry = (number: number, cameAt: number) => ({ number, serviceId: 'domicile', classes: [], cameAt });

  it('takes the place of when its citizen came, before those who came later by a kiosk', async () => {
    const hub = await testHub();
    const ali = operator(hub, 1);
    await kiosk(hub).done('issue', wishFor('domicile'));
    await ali.done('openCounter', { operator: 'Ali' });
    expect(await ali.done('enterPaper', entry(17, at('09:40')))).toMatchObject({ label: 'Z-017' });
    const view = await ali.see('counter', (one) => one.waiting === 2);
    expect(view.next.map((one) => [one.label, one.waitingSince])).toEqual([
      ['Z-017', -20 * MINUTE],
      ['A-001', 0],
    ]);
    expect(await ali.done('call', {})).toMatchObject({ label: 'Z-017' });
  });

  it('is entered once, and only with a time of today that has been', async () => {
    const hub = await testHub();
    const ali = operator(hub, 1);
    await ali.done('enterPaper', entry(17, at('09:40')));
    expect(codeOf(await ali.send('enterPaper', entry(17, at('09:45'))))).toBe('paperUsed');
    expect(codeOf(await ali.send('enterPaper', entry(18, at('10:30'))))).toBe('paperTimeWrong');
    expect(codeOf(await ali.send('enterPaper', entry(18, at('09:00') - 24 * HOUR)))).toBe('paperTimeWrong');
    const without = await testHub({ centre: { ...SMALL_CENTRE, paperSeries: null } });
    expect(codeOf(await operator(without, 1).send('enterPaper', entry(1, at('09:40'))))).toBe('noPaperSeries');
  });
});

describe('closing time', () => {
  const daily: Centre['hours'] = Array.from({ length: 7 }, () => [[480, 1080]] as const);

  it('stops giving tokens for a service whose wait would end after it, and says so before printing', async () => {
    const clock = demoClock(at('17:00'), 0);
    const hub = await testHub({ centre: { ...SMALL_CENTRE, hours: daily }, clock });
    const citizen = kiosk(hub);
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    // The forecast may come before the thirtieth: whoever asks from then on is told already.
    const codes = new Set<string>();
    for (let i = 0; i < 30; i += 1) codes.add(codeOf(await citizen.send('issue', wishFor('domicile'))));
    expect([...codes].slice(0, 1)).toEqual(['ok']);
    expect(['', 'closesBefore']).toContain([...codes].slice(1).join());
    const view = await citizen.see('kiosk', (one) => one.services[0]?.state === 'closesBefore');
    expect(view.closesAt).toBe(at('18:00'));
    expect(codeOf(await citizen.send('issue', wishFor('domicile')))).toBe('closesBefore');
    expect(codeOf(await citizen.send('issue', wishFor('fine')))).not.toBe('centreClosed');
  });

  it('sends nobody away for an endless wait while no counter has been opened', async () => {
    const hub = await testHub({ centre: { ...SMALL_CENTRE, hours: daily }, clock: demoClock(at('08:00'), 0) });
    const citizen = kiosk(hub);
    // The counter of fines alone is open: once there is a forecast for them, there has been one for all.
    await operator(hub, 3).done('openCounter', { operator: 'Ali' });
    const view = await citizen.see('kiosk', (one) =>
      one.services.some(({ id, wait }) => id === 'fine' && wait !== null),
    );
    expect(view.services[0]).toMatchObject({ id: 'domicile', state: 'open', wait: null });
    expect(codeOf(await citizen.send('issue', wishFor('domicile')))).toBe('ok');
  });
});
