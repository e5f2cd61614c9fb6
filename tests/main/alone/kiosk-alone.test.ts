import { describe, expect, it } from 'vitest';
import { hubWithKiosk, kioskMachine } from '../../support/alone.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../../support/bookings/bookings.ts';
import { NO_FEEDS } from '../../../src/hub/feeds.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { tcpProxy } from '../../support/tcp-proxy.ts';
import { join, wishFor } from '../../support/test-hub.ts';

type Machine = ReturnType<typeof kioskMachine>;

const IN_TIME = { timeout: 15_000 };

/** Waits until a kiosk shows the hall, prints, and could go on alone. */
async function ready({ client }: Machine): Promise<void> {
  await expect.poll(() => client.getState().views.kiosk?.printer.isReady, IN_TIME).toBe(true);
}

/** Takes a token; gives its label, or the code of a no. */
async function take({ client }: Machine, serviceId = 'domicile'): Promise<string | undefined> {
  const reply = await client.send('issue', wishFor(serviceId));
  return reply.ok ? reply.result.label : reply.error.code;
}

const isAlone = ({ client }: Machine) => client.getState().alone !== undefined;

/** The tokens of a store in the order of their ids: label, state, slips. */
function tokensOf(file: string): readonly string[] {
  const db = openReadOnly(file);
  const rows = db
    .prepare<[], { label: string; state: string; slips: string | null }>(
      `SELECT series || '-' || number AS label, state, (SELECT group_concat(outcome) FROM slip WHERE token_id = token.id) AS slips
       FROM token ORDER BY id`,
    )
    .all();
  db.close();
  return rows.map(({ label, state, slips }) => `${label} ${state} ${slips ?? ''}`);
}

describe('a kiosk whose hub is away', () => {
  it('goes on by its lease, and tells the hub of each token once, in order, when it is back', async () => {
    const hub = await hubWithKiosk();
    const machine = kioskMachine(await hub.pairKiosk());
    const { client } = machine;
    await ready(machine);
    expect(await take(machine)).toBe('A-001');
    await expect.poll(() => client.getState().views.kiosk?.slips[0]?.outcome, IN_TIME).toBe('confirmed');
    await hub.stopHub();
    await expect.poll(() => client.getState().alone?.left, IN_TIME).toBe(200);
    expect([await take(machine), await take(machine, 'fine'), await take(machine)]).toEqual([
      'A1-001',
      'B1-002',
      'A1-003',
    ]);
    expect(client.getState().alone?.left).toBe(197);
    await expect
      .poll(() => client.getState().aloneSlips.map(({ outcome }) => outcome), IN_TIME)
      .toEqual(['confirmed', 'confirmed', 'confirmed']);
    // What cannot be done alone is said at once.
    expect(await client.send('findToken', { cnic: '3520212345671' })).toMatchObject({ error: { code: 'aloneCannot' } });
    const again = await hub.startAgain();
    await expect.poll(() => client.getState().views.kiosk?.services[0]?.waiting, IN_TIME).toBe(3);
    expect(isAlone(machine)).toBe(false);
    expect(await take(machine)).toBe('A-002');
    expect(tokensOf(again.storeFile).slice(0, 4)).toEqual([
      'A-1 waiting confirmed',
      'A1-1 waiting confirmed',
      'B1-2 waiting confirmed',
      'A1-3 waiting confirmed',
    ]);
    // A second time alone it goes on above what it has used.
    await expect.poll(() => client.getState().views.kiosk?.slips[0]?.outcome, IN_TIME).toBe('confirmed');
    await hub.stopHub();
    await expect.poll(() => client.getState().alone?.left, IN_TIME).toBe(200);
    expect(await take(machine)).toBe('A1-004');
  });

  it('goes on after it was started again itself, and tells of its slips what it can', async () => {
    const hub = await hubWithKiosk();
    const pairing = await hub.pairKiosk();
    const first = kioskMachine(pairing);
    await ready(first);
    await hub.stopHub();
    await expect.poll(() => isAlone(first), IN_TIME).toBe(true);
    expect(await take(first)).toBe('A1-001');
    await first.close();
    const second = kioskMachine(pairing, { folder: first.folder });
    await expect.poll(() => second.client.getState().alone?.left, IN_TIME).toBe(199);
    expect(second.client.getState().views.centre?.id).toBe('small');
    expect(await take(second)).toBe('A1-002');
    const again = await hub.startAgain();
    await expect.poll(() => tokensOf(again.storeFile).length, IN_TIME).toBe(2);
  });

  it('gives nothing that the rules forbid, and nothing at all beyond its lease', async () => {
    let skippedMs = 0;
    const clocks = { monotonicMs: () => performance.now() + skippedMs, wallAt: () => Date.now() };
    const hub = await hubWithKiosk();
    const machine = kioskMachine(await hub.pairKiosk(), { clocks });
    await ready(machine);
    await hub.stopHub();
    await expect.poll(() => isAlone(machine), IN_TIME).toBe(true);
    expect(await take(machine, 'shut')).toBe('serviceClosed');
    expect(await take(machine, 'no such service')).toBe('unknownService');
    skippedMs = 12 * 3_600_000;
    await expect.poll(() => isAlone(machine), IN_TIME).toBe(false);
    const reply = await machine.client.ask({ name: 'tellReaders', payload: { readers: [] } });
    expect(reply).toMatchObject({ ok: false });
  });

  it('checks in by code whom it knew of when it was cut off, each once', async () => {
    const hub = await hubWithKiosk({ feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
    // The quarter that began last, so that it is of this service day at every hour at which the test may run.
    const slotAt = new Date(Math.floor(Date.now() / 900_000) * 900_000).toISOString().replace('.000Z', 'Z');
    const reports = await pushBookings(hub.hub, [bookingWith({ slotAt })], Date.now());
    expect(reports).toMatchObject([{ outcome: 'created' }]);
    const machine = kioskMachine(await hub.pairKiosk());
    await ready(machine);
    await hub.stopHub();
    await expect.poll(() => isAlone(machine), IN_TIME).toBe(true);
    const { client } = machine;
    const byCode = (code: string) => client.send('checkInBooking', { by: { kind: 'code', code } });
    expect(await byCode('lhr0001')).toMatchObject({ ok: true, result: { label: 'A1-001' } });
    expect(await byCode('LHR-0001')).toMatchObject({ error: { code: 'bookingUsed', details: { label: 'A1-001' } } });
    expect(await byCode('LHR-9999')).toMatchObject({ error: { code: 'unknownBooking' } });
    const again = await hub.startAgain();
    await expect.poll(() => tokensOf(again.storeFile), IN_TIME).toEqual(['A1-1 waiting confirmed']);
  });
});

describe('a kiosk whose hub does not answer', () => {
  it('gives a token two seconds after the tap, and the hub that comes too late neither keeps nor prints another', async () => {
    const hub = await hubWithKiosk();
    const pairing = await hub.pairKiosk();
    const proxy = await tcpProxy({ port: Number(new URL(pairing.url).port) });
    const machine = kioskMachine({ ...pairing, url: `https://127.0.0.1:${proxy.port}` });
    await ready(machine);
    proxy.set({ up: 'hold', down: 'hold' });
    const tappedMs = performance.now();
    expect(await take(machine)).toBe('A1-001');
    expect(performance.now() - tappedMs).toBeLessThan(3_500);
    expect(isAlone(machine)).toBe(true);
    proxy.set({ up: 'pass', down: 'pass' });
    await expect.poll(() => isAlone(machine), IN_TIME).toBe(false);
    await expect.poll(() => tokensOf(hub.hub.storeFile), IN_TIME).toEqual(['A1-1 waiting confirmed']);
  });

  it('ends what the hub had done already and could not tell it: one slip, one token', async () => {
    const hub = await hubWithKiosk();
    const pairing = await hub.pairKiosk();
    const proxy = await tcpProxy({ port: Number(new URL(pairing.url).port) });
    const machine = kioskMachine({ ...pairing, url: `https://127.0.0.1:${proxy.port}` });
    await ready(machine);
    // The wish gets through, the answer does not.
    proxy.set({ down: 'hold' });
    expect(await take(machine)).toBe('A1-001');
    expect(tokensOf(hub.hub.storeFile)).toMatchObject([expect.stringContaining('A-1 waiting')]);
    proxy.set({ down: 'pass' });
    await expect
      .poll(() => tokensOf(hub.hub.storeFile), IN_TIME)
      .toEqual(['A-1 left notSent', 'A1-1 waiting confirmed']);
  });
});

describe('a kiosk that was revoked, or put back from an image', () => {
  it('has its old lease refused: the manager is told of its slips, and it goes on by a new one', async () => {
    const hub = await hubWithKiosk();
    const first = kioskMachine(await hub.pairKiosk());
    await ready(first);
    await hub.stopHub();
    await expect.poll(() => isAlone(first), IN_TIME).toBe(true);
    expect(await take(first)).toBe('A1-001');
    await first.close();
    const again = await hub.startAgain();
    const manager = join(again, { screen: 'manager', session: hub.session });
    await manager.see('wall', () => true);
    // The same disk, paired anew: another machine to the hub.
    const second = kioskMachine(await hub.pairAnew(again), { folder: first.folder });
    const wall = await manager.see('wall', ({ alarms }) => alarms.some(({ kind }) => kind === 'notMerged'));
    expect(wall.alarms.find(({ kind }) => kind === 'notMerged')).toMatchObject({
      subject: 'kiosk:1',
      detail: 'A1-001',
    });
    await ready(second);
    await hub.stopHub();
    await expect.poll(() => isAlone(second), IN_TIME).toBe(true);
    expect(await take(second)).toBe('A1-201');
  });
});
