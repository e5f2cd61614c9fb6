import { existsSync } from 'node:fs';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoClock } from '../../src/hub/time/clock.ts';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { lahore } from '../support/lahore.ts';
import type { Ailments } from '../support/devices/printer-machine.ts';
import { fakePrinter } from '../support/devices/printer-process.ts';
import { join, kiosk, MONDAY_TEN, testHub, wishFor } from '../support/test-hub.ts';

/** Lahore, with a printer at counter 1. */
const withCounterPrinter = (printer: string) => {
  const centre = lahore();
  return { ...centre, counters: centre.counters.map((one) => (one.id === 1 ? { ...one, printer } : one)) };
};

describe('the slip of a token', () => {
  it('goes to the kiosk’s printer, and the outcome is recorded and shown', async () => {
    const fake = await fakePrinter();
    const hub = await testHub({ printers: new Map([[1, fake.address]]) });
    const citizen = kiosk(hub);
    await citizen.see('kiosk', (view) => view.printer.kind === 'network' && view.printer.isReady);
    await citizen.done('issue', wishFor('fine'));
    await citizen.see('kiosk', (view) => view.slips[0]?.outcome === 'confirmed');
    const paper = decodeEscpos(await fake.bytes());
    expect(paper.cuts).toBe(1);
    expect(paper.rows.length).toBeGreaterThan(500);
  });

  it('is not sent when the printer is away: the token counts, and the kiosk knows before the next tap', async () => {
    const hub = await testHub({ printers: new Map([[1, 'tcp://127.0.0.1:9']]) });
    const citizen = kiosk(hub);
    expect(await citizen.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-001' });
    const view = await citizen.see('kiosk', (one) => one.slips[0]?.outcome === 'notSent');
    expect(view.printer).toMatchObject({ kind: 'network', isReady: false, trouble: 'away', isPaperLow: false });
  });

  it('is not sent to a printer without paper; the kiosk says why, and that all is well again', async () => {
    const fake = await fakePrinter();
    const hub = await testHub({ printers: new Map([[1, fake.address]]) });
    const citizen = kiosk(hub);
    await citizen.see('kiosk', (view) => view.printer.isReady);
    await fake.ails({ paper: 'out' });
    await citizen.see('kiosk', (view) => view.printer.trouble === 'paperOut');
    await citizen.done('issue', wishFor('fine'));
    await citizen.see('kiosk', (view) => view.slips[0]?.outcome === 'notSent');
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    const out = await manager.see('manager', (view) => view.printers[0]?.slip?.outcome === 'notSent');
    expect(out.printers[0]).toMatchObject({ kioskId: 1, trouble: 'paperOut', address: fake.address });
    await fake.ails({ paper: 'nearEnd' });
    await citizen.see('kiosk', (view) => view.printer.isReady && view.printer.isPaperLow);
    const low = await manager.see('manager', (view) => view.printers[0]?.isPaperLow === true);
    expect(low.printers[0]).toMatchObject({ kioskId: 1, trouble: null });
  });

  it('is printed elsewhere: a kiosk that cannot names the nearest one of its hall that can', async () => {
    const fake = await fakePrinter({ paper: 'out' });
    const printers = new Map([
      [1, fake.address],
      [2, 'tcp://127.0.0.1:9'],
    ]);
    const hub = await testHub({ centre: lahore(), printers });
    const citizen = kiosk(hub);
    await citizen.see('kiosk', ({ printer }) => printer.trouble === 'paperOut' && printer.otherKiosk === null);
    await kiosk(hub, { kioskId: 2 }).see('kiosk', ({ printer }) => !printer.isReady && printer.otherKiosk === null);
    await fake.ails({ paper: 'present' });
    const view = await kiosk(hub, { kioskId: 2 }).see('kiosk', ({ printer }) => printer.otherKiosk !== null);
    expect(view.printer.otherKiosk).toBe(1);
  });

  it('is written in the language of its citizen where the centre wants that, and is shorter', async () => {
    const rowsOf = async (slipLanguages: 'both' | 'citizen') => {
      const fake = await fakePrinter();
      const hub = await testHub({ centre: { ...lahore(), slipLanguages }, printers: new Map([[1, fake.address]]) });
      const citizen = kiosk(hub);
      await citizen.done('issue', wishFor('domicile'));
      await citizen.see('kiosk', ({ slips }) => slips[0]?.outcome === 'confirmed');
      return decodeEscpos(await fake.bytes()).rows.length;
    };
    expect(await rowsOf('citizen')).toBeLessThan((await rowsOf('both')) * 0.8);
  });

  it('is tried again at a printer that comes back within a moment', async () => {
    const fake = await fakePrinter();
    const hub = await testHub({ printers: new Map([[1, fake.address]]) });
    const citizen = kiosk(hub);
    await citizen.see('kiosk', ({ printer }) => printer.isReady);
    await fake.off();
    await citizen.done('issue', wishFor('fine'));
    await citizen.see('kiosk', ({ printer }) => printer.trouble === 'away');
    await fake.on();
    await citizen.see('kiosk', ({ slips }) => slips[0]?.outcome === 'confirmed');
    expect(decodeEscpos(await fake.bytes()).cuts).toBe(1);
  });

  it('prints again for who asks: as it was where nothing had been sent, marked as a copy where it may be about', async () => {
    const fake = await fakePrinter({ paper: 'out' });
    const hub = await testHub({ printers: new Map([[1, fake.address]]) });
    const citizen = kiosk(hub);
    const { tokenId = 0 } = await citizen.done('issue', wishFor('fine'));
    const slip = (outcome: string) => citizen.see('kiosk', ({ slips }) => slips[0]?.outcome === outcome);
    // Another printer in its place: one that has answered and falls silent would be taken to hang.
    const change = async (ails: Partial<Ailments>) => {
      await fake.off();
      await citizen.see('kiosk', ({ printer }) => printer.trouble === 'away');
      await fake.ails(ails);
      await fake.on();
      await citizen.see('kiosk', ({ printer }) => printer.isReady);
    };
    await slip('notSent');
    await change({ paper: 'present', says: 'nothing' });
    await citizen.done('reprint', { tokenId });
    // It came out, but its printer says nothing: once more, as a copy.
    expect((await slip('uncertain')).slips[0]?.canReprint).toBe(false);
    expect(await citizen.send('reprint', { tokenId })).toMatchObject({ error: { code: 'reprintRefused' } });
    const second = await citizen.done('issue', wishFor('fine'));
    await citizen.see('kiosk', ({ slips }) => slips[0]?.tokenId === second.tokenId && slips[0]?.canReprint === true);
    await change({ says: 'truth' });
    await citizen.done('reprint', { tokenId: second.tokenId ?? 0 });
    await slip('confirmed');
    const { cuts } = decodeEscpos(await fake.bytes());
    expect(cuts).toBe(3);
    expect(await citizen.send('reprint', { tokenId: second.tokenId ?? 0 })).toMatchObject({ ok: false });
  }, 60_000);

  it('is printed again by staff at the printer of their counter, marked as a copy of what came out', async () => {
    const fake = await fakePrinter();
    const centre = withCounterPrinter(fake.address);
    const hub = await testHub({ centre, printers: new Map([[1, 'tcp://127.0.0.1:9']]) });
    const citizen = kiosk(hub);
    const console1 = join(hub, { screen: 'operator', counterId: 1 });
    const { label = '', tokenId } = await citizen.done('issue', wishFor('domicile'));
    await citizen.see('kiosk', ({ slips }) => slips[0]?.outcome === 'notSent');
    await console1.see('counter', ({ printer }) => printer?.isReady === true);
    const print = () => console1.done('printSlip', { by: { kind: 'label', label } });
    const printed = () => console1.see('counter', ({ slip }) => slip?.outcome === 'confirmed');
    expect(await print()).toMatchObject({ tokenId, label, printsAt: { counterId: 1 } });
    await printed();
    const once = decodeEscpos(await fake.bytes());
    await print();
    await expect.poll(async () => decodeEscpos(await fake.bytes()).cuts, { timeout: 8_000 }).toBe(2);
    // The first had never been sent, so that it was no copy; the second says that it is one, in two more lines.
    expect(decodeEscpos(await fake.bytes()).rows.length).toBeGreaterThan(2 * once.rows.length + 100);
  });

  it('is still marked as a copy when the copy before it was not sent', async () => {
    const fake = await fakePrinter({ says: 'nothing' });
    const hub = await testHub({ centre: lahore(), printers: new Map([[1, fake.address]]) });
    const citizen = kiosk(hub);
    const slip = (outcome: string) => citizen.see('kiosk', ({ slips }) => slips[0]?.outcome === outcome);
    const { tokenId = 0 } = await citizen.done('issue', wishFor('domicile'));
    await slip('uncertain');
    const once = decodeEscpos(await fake.bytes());
    await fake.ails({ says: 'truth', paper: 'out' });
    await citizen.see('kiosk', ({ printer }) => printer.trouble === 'paperOut');
    await citizen.done('reprint', { tokenId });
    await slip('notSent');
    await fake.ails({ paper: 'present' });
    await citizen.see('kiosk', ({ printer }) => printer.isReady);
    await citizen.done('reprint', { tokenId });
    await slip('confirmed');
    expect(decodeEscpos(await fake.bytes()).rows.length).toBeGreaterThan(2 * once.rows.length + 100);
  });

  it('is printed by staff whose counter has no printer at the nearest kiosk that can', async () => {
    const fake = await fakePrinter();
    const hub = await testHub({ centre: lahore(), printers: new Map([[2, fake.address]]) });
    const console1 = join(hub, { screen: 'operator', counterId: 1 });
    const { label = '' } = await kiosk(hub).done('issue', wishFor('domicile'));
    await kiosk(hub, { kioskId: 2 }).see('kiosk', ({ printer }) => printer.isReady);
    const by = { kind: 'label', label } as const;
    expect(await console1.done('printSlip', { by })).toMatchObject({ printsAt: { kioskId: 2 } });
    await expect.poll(async () => decodeEscpos(await fake.bytes()).cuts, { timeout: 8_000 }).toBe(1);
    expect((await console1.see('counter', () => true)).printer).toBeNull();
  });

  it('is found by the CNIC that its token was taken with, and printed by staff alone', async () => {
    const hub = await testHub({ centre: lahore() });
    const citizen = kiosk(hub);
    const cnic = '3520212345671';
    const { tokenId } = await citizen.done('issue', { ...wishFor('domicile'), cnic });
    const console1 = join(hub, { screen: 'operator', counterId: 1 });
    expect(await console1.done('printSlip', { by: { kind: 'cnic', cnic } })).toMatchObject({ tokenId });
    const unknown = { by: { kind: 'cnic', cnic: '3520212345673' } } as const;
    expect(await console1.send('printSlip', unknown)).toMatchObject({ error: { code: 'unknownToken' } });
    expect(await citizen.send('printSlip', unknown)).toMatchObject({ error: { code: 'notAllowed' } });
  });

  it('is not printed for a visit that is over', async () => {
    const hub = await testHub({ centre: lahore() });
    const { label = '', tokenId = 0 } = await kiosk(hub).done('issue', wishFor('domicile'));
    const console1 = join(hub, { screen: 'operator', counterId: 1 });
    await console1.done('openCounter', { operator: 'Ali' });
    await console1.done('leave', { tokenId });
    expect(await console1.send('printSlip', { by: { kind: 'label', label } })).toMatchObject({
      error: { code: 'wrongState' },
    });
  });

  it('is not printed again a minute later, nor at another kiosk', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ centre: lahore(), clock, printers: new Map([[1, 'tcp://127.0.0.1:9']]) });
    const citizen = kiosk(hub);
    const { tokenId = 0 } = await citizen.done('issue', wishFor('domicile'));
    await citizen.see('kiosk', ({ slips }) => slips[0]?.outcome === 'notSent');
    expect(await kiosk(hub, { kioskId: 2 }).send('reprint', { tokenId })).toMatchObject({
      error: { code: 'unknownToken' },
    });
    clock.turnTo(MONDAY_TEN + 61_000);
    expect(await citizen.send('reprint', { tokenId })).toMatchObject({ error: { code: 'reprintRefused' } });
  });

  it('stands in the data folder and is served to the kiosk where there is no printer', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    await citizen.done('issue', wishFor('fine'));
    const view = await citizen.see('kiosk', (one) => one.slips[0]?.picture === '/slips/1.png');
    expect(existsSync(path(hub.folder, 'slips/1.png'))).toBe(true);
    const answer = await fetch(`${hub.url}${view.slips[0]?.picture}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});
